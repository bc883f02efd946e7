import { typeset } from '../../../platform/french/index.js';
import type { Choice } from '../../../platform/pages/index.js';
import { ASSESSED_LEVELS, OUTCOME_CODES } from '../../domain/code-lists.js';

const choicesOf = (list: typeof OUTCOME_CODES | typeof ASSESSED_LEVELS): Choice[] =>
  list.values.map(({ code, label }) => ({ value: code, label: typeset(label) }));

/** The outcomes to choose from. */
export const OUTCOME_CHOICES = choicesOf(OUTCOME_CODES);

/** The levels to choose from; choosing none says that it was not evaluated. */
export const LEVEL_CHOICES = choicesOf(ASSESSED_LEVELS).filter(
  ({ value }) => value !== 'NON_EVALUE',
);
export const NO_LEVEL = 'Non évalué';

/** Above every form of an outcome (domain.md 3.3). */
export const NOTHING_ABOUT_HEALTH =
  'Choisissez seulement une conclusion. N’écrivez nulle part de cause médicale ni de motif de santé.';
