import { OUTCOME_CODES, type OutcomeCode, type OutcomeInput } from '../../candidacies/index.js';
import { addDays, codesOf, type LocalDate } from '../../kernel/index.js';
import type { SeededRandom } from '../seeded-random.js';

/** Out of a hundred decisions; an order of magnitude, not a statistic of anybody's. */
const WEIGHTS: Readonly<Record<OutcomeCode, number>> = {
  APTE_RETENU: 46,
  APTE_LISTE_ATTENTE: 8,
  AJOURNE: 7,
  INAPTE_TEMPORAIRE: 5,
  INAPTE_DEFINITIF: 4,
  NON_RETENU_SELECTION: 8,
  NON_ELIGIBLE: 3,
  DOSSIER_INCOMPLET: 4,
  ABSENT: 6,
  DESISTEMENT: 6,
  REORIENTE_AUTRE: 2,
  SANS_OBJET: 1,
};

/** Decisions that call for another look later. */
const SEEN_AGAIN: readonly string[] = ['AJOURNE', 'INAPTE_TEMPORAIRE'];

/** What a unit decides on a day; the code is drawn unless given. */
export function planOutcome(
  random: SeededRandom,
  decidedOn: LocalDate,
  given?: OutcomeCode,
): OutcomeInput {
  const code = given ?? random.weighted(codesOf(OUTCOME_CODES).map((one) => [one, WEIGHTS[one]]));
  const isRetained = code === 'APTE_RETENU';
  const incorporation = addDays(decidedOn, random.between(15, 75));
  return {
    code,
    decidedOn,
    reexaminationOn: SEEN_AGAIN.includes(code) ? addDays(decidedOn, random.between(60, 180)) : null,
    assessedLevel: random.weighted([
      ['EFFICACE', 50],
      ['MEDIOCRE', 25],
      ['TRES_FAIBLE', 10],
      ['ILLETTRISME', 5],
      ['NON_EVALUE', 10],
    ]),
    plannedIncorporationOn: isRetained ? incorporation : null,
    contingent: isRetained ? incorporation.slice(0, 7) : null,
  };
}
