import { ORIGINS } from '../../../candidacies/index.js';
import {
  codeColumn,
  referenceColumn,
  referralReferenceColumn,
  textColumn,
} from '../columns/index.js';

/** Whether a column of the block is required in the flow, and else when it is. */
interface Need<R extends boolean> {
  readonly required: R;
  readonly requiredIf?: string;
}

/** Block K (exchange.md 7.a): what names the case. Each flow takes the columns it needs. */
export function referralReference<const R extends boolean>(need: Need<R>) {
  return referralReferenceColumn({
    header: 'reference_orientation',
    title: 'Référence de l’orientation',
    about: 'Référence donnée avec l’orientation ; son dernier caractère contrôle les autres.',
    example: 'ORI-2026-0A1B2C3D-G',
    ...need,
  });
}

export function unitFileNumber<const R extends boolean>(need: Need<R>) {
  return textColumn({
    header: 'numero_dossier_unite',
    title: 'Numéro de dossier de l’unité',
    about: 'Numéro que l’unité donne au dossier, toujours le même.',
    example: 'RE-2026-00412',
    // Narrower than exchange.md 7.a: a leading hyphen would be taken for a formula.
    pattern: '[A-Z0-9/][A-Z0-9/-]{2,29}',
    maxLength: 30,
    expected: '3 à 30 caractères : majuscules sans accent, chiffres, / et -',
    ...need,
  });
}

export function structureCode<const R extends boolean>(need: Need<R>) {
  return referenceColumn({
    header: 'code_structure',
    title: 'Code de la mission locale',
    about: 'Code i-milo de la mission locale, ou code NC… en Nouvelle-Calédonie.',
    example: '97411S00',
    pattern: '(?:[0-9]{5}|2[AB][0-9]{3}|NC[0-9]{3})S[0-9]{2}',
    maxLength: 8,
    expected: 'le code d’une mission locale, comme 97411S00',
    withoutZero: '[1-9][0-9]{3}S[0-9]{2}',
    list: 'code_structure',
    ...need,
  });
}

export function unitCode() {
  return referenceColumn({
    header: 'code_unite',
    title: 'Code de l’unité',
    about: 'Code du régiment ou du centre.',
    example: 'RSMA-RE',
    required: true,
    pattern: 'RSMA-[A-Z0-9]{2,9}|SM[AV]-[A-Z0-9]{2,10}',
    maxLength: 14,
    expected: 'le code d’une unité, comme RSMA-RE',
    list: 'code_unite',
  });
}

export function imiloId<const R extends boolean>(need: Need<R>) {
  return textColumn({
    header: 'identifiant_imilo',
    title: 'Identifiant i-milo',
    about: 'Numéro du dossier de la personne dans i-milo, repris tel quel.',
    example: '88000001',
    pattern: '[0-9]{1,10}',
    maxLength: 10,
    expected: '1 à 10 chiffres',
    ...need,
  });
}

const ORIGIN = {
  header: 'origine_candidature',
  title: 'Origine de la candidature',
  about: 'Par où la candidature est arrivée.',
  example: 'ML',
  list: ORIGINS,
} as const;

export function origin() {
  return codeColumn({ ...ORIGIN, required: true });
}

/** In the flows of the missions locales, which may not know. */
export function optionalOrigin() {
  return codeColumn(ORIGIN);
}
