import { isForbiddenIdentifier, isForbiddenText } from '../../../kernel/index.js';
import type { FormErrors, FormValues } from '../../../platform/pages/index.js';
import { PREREQUISITES } from '../../domain/code-lists.js';
import type { Preparation } from '../../domain/preparation.js';

const DATES = ['naissance', 'cej-debut', 'cej-fin', 'informe'];
/** Where people write in their own words: health is looked for there as well. */
const FREE_TEXTS = [
  ...['nom', 'nom-usage', 'prenoms', 'lieu-naissance', 'voie', 'complement', 'commune'],
  ...['courriel', 'filiere', 'boite'],
];
const OTHERS = [
  ...['sexe', 'imilo', 'telephone', 'code-postal', 'unite', 'volontariat', 'niveau'],
  ...['accompagnement', 'notice', 'representant.connu', 'autorisation'],
  ...PREREQUISITES.values.map(({ code }) => `prerequis.${code}`),
  ...DATES.flatMap((name) => ['jour', 'mois', 'annee'].map((part) => `${name}-${part}`)),
];
const LONGEST = 254;

/** Every field of the form as it was typed, and nothing else; empty ones are left out. */
export function typedValues(form: FormValues): Preparation['typed'] {
  const typed = [...FREE_TEXTS, ...OTHERS].map((name) => [name, form.text(name)] as const);
  return Object.fromEntries(
    typed.filter(([, text]) => text !== '').map(([name, text]) => [name, text.slice(0, LONGEST)]),
  );
}

/** The prerequisites that were ticked, and nothing else. */
export function tickedValues(form: FormValues): Preparation['typed'] {
  const ticked = PREREQUISITES.values.map(({ code }) => `prerequis.${code}`);
  return Object.fromEntries(
    ticked.flatMap((name) => (form.text(name) === '' ? [] : [[name, 'oui']])),
  );
}

const FORBIDDEN =
  'Ce texte ressemble à une donnée de santé ou à un numéro de sécurité sociale : retirez-la. Rien n’a été enregistré.';

/** What must not even be kept in a draft. */
export function forbiddenErrors(typed: Preparation['typed']): FormErrors {
  const found = Object.entries(typed).filter(([name, text]) =>
    FREE_TEXTS.includes(name) ? isForbiddenText(text) : isForbiddenIdentifier(text),
  );
  return Object.fromEntries(found.map(([name]) => [name, FORBIDDEN]));
}
