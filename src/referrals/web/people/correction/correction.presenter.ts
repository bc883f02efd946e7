import { recordedBy } from '../../../../accounts/index.js';
import { labelOf, type LocalDate } from '../../../../kernel/index.js';
import {
  SEXES,
  type CorrectedField,
  type FieldChange,
  type PersonCorrection,
} from '../../../../people/index.js';
import { shortDate, typeset } from '../../../../platform/french/index.js';
import type { TimelineEntry } from '../../../../platform/pages/index.js';

const FIELD_WORDS: Readonly<Record<CorrectedField, string>> = {
  birthName: 'Nom de naissance',
  usageName: 'Nom d’usage',
  firstNames: 'Prénoms',
  sex: 'Sexe à l’état civil',
  birthDate: 'Date de naissance',
  birthPlaceCode: 'Lieu de naissance',
  birthPlaceLabel: 'Libellé du lieu de naissance',
  phone: 'Téléphone',
  email: 'Adresse électronique',
  street: 'Numéro et voie',
  addressComplement: 'Complément d’adresse',
  postalCode: 'Code postal',
  communeCode: 'Commune de résidence',
  priorityDistrict: 'Quartier prioritaire',
};

/** What a history of corrections is told with. */
interface CorrectionWording {
  readonly organisationName: string | null;
  readonly timeZone: string;
  readonly placeName: (code: string) => string;
}

/** The corrections of somebody, each field before and after. */
export function presentCorrections(
  corrections: readonly PersonCorrection[],
  { organisationName, timeZone, placeName }: CorrectionWording,
): TimelineEntry[] {
  return corrections.map(({ correctedAt, role, channel, changes }) => ({
    title: 'Identité ou coordonnées corrigées',
    ...recordedBy({ recordedAt: correctedAt, role, channel }, organisationName, timeZone),
    details: changes.map((change): [string, string] => [
      FIELD_WORDS[change.field],
      typeset(
        `avant : ${wordsOf(change.field, change.before, placeName)} ; après : ${wordsOf(change.field, change.after, placeName)}`,
      ),
    ]),
  }));
}

function wordsOf(
  field: FieldChange['field'],
  value: string | null,
  placeName: (code: string) => string,
): string {
  if (value === null) return 'rien';
  switch (field) {
    case 'sex':
      return labelOf(SEXES, value);
    case 'birthDate':
      return value.includes('-00') ? 'connue en partie' : shortDate(value as LocalDate);
    case 'birthPlaceCode':
    case 'communeCode':
      return placeName(value);
    default:
      return value;
  }
}
