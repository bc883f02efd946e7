import { OUTCOME_CODES, type OutcomeCode, type OutcomeInput } from '../../candidacies/index.js';
import { addDays, codesOf, type LocalDate } from '../../kernel/index.js';
import type { SeededRandom } from '../seeded-random.js';
import type { Member } from './planned-case.js';

/** Out of a hundred decisions; an order of magnitude, not a statistic of anybody's. */
const WEIGHTS: Readonly<Record<OutcomeCode, number>> = {
  APTE_RETENU: 46,
  APTE_LISTE_ATTENTE: 8,
  AJOURNE: 7,
  INAPTE_TEMPORAIRE: 5,
  INAPTE_DEFINITIF: 4,
  NON_RETENU_SELECTION: 8,
  NON_ELIGIBLE: 4,
  DOSSIER_INCOMPLET: 4,
  ABSENT: 6,
  DESISTEMENT: 6,
  REORIENTE_AUTRE: 4,
  SANS_OBJET: 3,
};

const RARE: readonly OutcomeCode[] = ['NON_ELIGIBLE', 'REORIENTE_AUTRE', 'SANS_OBJET'];
const MINOR: readonly OutcomeCode[] = ['APTE_LISTE_ATTENTE', 'DOSSIER_INCOMPLET'];
/**
 * What a unit never says: not all tell as many codes apart. One decision alone under its code hides others
 * with it in the figures (ADR 0036), so the rare codes are those of one unit.
 */
const UNSAID: Readonly<Record<string, readonly OutcomeCode[]>> = {
  'RSMA-RE': [],
  'RSMA-MQ': [...RARE, ...MINOR],
  'SMV-CHALONS': [...RARE, ...MINOR],
};

/** Units that assess the level of everybody. */
const ASSESSES_ALL: readonly string[] = ['RSMA-MQ', 'SMV-CHALONS'];

/** Out of a hundred, as said of the public at its entry (domain.md 4.4). */
export function levelsOf(
  unitCode: string,
): readonly (readonly [NonNullable<OutcomeInput['assessedLevel']>, number])[] {
  return [
    ['EFFICACE', 32],
    ['ILLETTRISME', 20],
    ['MEDIOCRE', 24],
    ['NON_EVALUE', ASSESSES_ALL.includes(unitCode) ? 0 : 10],
    ['TRES_FAIBLE', 16],
  ];
}

/** Decisions that call for another look later. */
const SEEN_AGAIN: readonly string[] = ['AJOURNE', 'INAPTE_TEMPORAIRE'];

/** The code of a decision of this unit. */
export function drawOutcome(random: SeededRandom, unitCode: string): OutcomeCode {
  const unsaid = UNSAID[unitCode] ?? RARE;
  const said = codesOf(OUTCOME_CODES).filter((code) => !unsaid.includes(code));
  return random.weighted(said.map((code) => [code, WEIGHTS[code]]));
}

/** What a unit decides on a day. */
export function planOutcome(
  random: SeededRandom,
  decidedOn: LocalDate,
  code: OutcomeCode,
  unitCode: string,
): OutcomeInput {
  const isRetained = code === 'APTE_RETENU';
  const incorporation = addDays(decidedOn, random.between(15, 75));
  return {
    code,
    decidedOn,
    reexaminationOn: SEEN_AGAIN.includes(code) ? addDays(decidedOn, random.between(60, 180)) : null,
    assessedLevel: random.weighted(levelsOf(unitCode)),
    plannedIncorporationOn: isRetained ? incorporation : null,
    contingent: isRetained ? incorporation.slice(0, 7) : null,
  };
}

/** What a unit decides of somebody who came with a contingent: who is retained begins on its day. */
export function outcomeOfMember(
  random: SeededRandom,
  decidedOn: LocalDate,
  { outcome, assessedLevel, incorporatesOn }: Member,
  unitCode: string,
): OutcomeInput {
  const planned = planOutcome(random, decidedOn, outcome, unitCode);
  if (outcome !== 'APTE_RETENU') return planned;
  return {
    ...planned,
    assessedLevel,
    plannedIncorporationOn: incorporatesOn,
    contingent: incorporatesOn.slice(0, 7),
  };
}
