import type { OutcomeCode } from '../../candidacies/index.js';
import { addMonths, lastDay, type LocalDate, type Month } from '../../kernel/index.js';
import type { ExitSituation } from '../../volunteers/index.js';
import { EvenShares } from '../even-shares.js';
import { SeededRandom } from '../seeded-random.js';
import { levelsOf } from './plan-outcome.js';
import type { Member, Story } from './planned-case.js';

/** A unit that takes in contingents, and the missions locales that refer to it. */
export interface Intake {
  readonly unit: string;
  readonly missionsLocales: readonly string[];
  readonly outcomes: Shares<OutcomeCode>;
  /** Out of a hundred services begun: how they end (domain.md 4.4). */
  readonly ends: Shares<Member['end']>;
}

type Shares<T> = readonly (readonly [T, number])[];

const MARTINIQUE = ['97213S00', '97221S00', '97222S00'];
const EAST = ['51108S00', '57463S00', '91103S00'];

const OUTCOMES: Shares<OutcomeCode> = [
  ['APTE_RETENU', 60],
  ['INAPTE_TEMPORAIRE', 5],
  ['AJOURNE', 13],
  ['NON_RETENU_SELECTION', 7],
  ['ABSENT', 5],
  ['INAPTE_DEFINITIF', 4],
  ['DESISTEMENT', 6],
];
/** The same in more codes: some units tell them apart where others do not. */
const DETAILED: Shares<OutcomeCode> = [
  ['APTE_RETENU', 60],
  ['INAPTE_TEMPORAIRE', 4],
  ['AJOURNE', 6],
  ['NON_RETENU_SELECTION', 5],
  ['ABSENT', 6],
  ['DOSSIER_INCOMPLET', 6],
  ['INAPTE_DEFINITIF', 3],
  ['APTE_LISTE_ATTENTE', 6],
  ['DESISTEMENT', 6],
];

const SITUATIONS: Shares<ExitSituation> = [
  ['CDI', 16],
  ['FORMATION_QUALIFIANTE', 22],
  ['CDD_6P', 22],
  ['SANS_SOLUTION', 22],
  ['CDD_COURT', 9],
  ['ALTERNANCE', 9],
];

/** None has a machine client: what is open there may be many (contract.md 5). */
export const INTAKES: readonly Intake[] = [
  {
    unit: 'RSMA-MQ',
    missionsLocales: MARTINIQUE,
    outcomes: OUTCOMES,
    ends: [
      ['at-term', 84],
      ['in-probation', 11],
      ['early', 5],
    ],
  },
  {
    unit: 'RSMA-GP',
    missionsLocales: ['97101S00', '97801S00'],
    outcomes: DETAILED,
    ends: [
      ['at-term', 87],
      ['in-probation', 13],
    ],
  },
  {
    unit: 'SMV-CHALONS',
    missionsLocales: EAST,
    outcomes: OUTCOMES,
    ends: [
      ['at-term', 82],
      ['in-probation', 12],
      ['early', 6],
    ],
  },
  {
    unit: 'SMV-METZ',
    missionsLocales: EAST,
    outcomes: DETAILED,
    ends: [
      ['at-term', 87],
      ['in-probation', 13],
    ],
  },
];

/** Of one group. */
const CANDIDATES = 42;
/** The group has left, and been asked after three months, within the year that it began in. */
const MONTHS_OF_SERVICE = 6;
const STORIES: Shares<Story> = [
  ['decided', 82],
  ['withdrawn', 7],
  ['unanswered', 5.5],
  ['closed', 5.5],
];

/** Those of one contingent: how the case of each goes, and the service where there is one. */
export function membersOf(
  intake: Intake,
  month: Month,
  incorporatesOn: LocalDate,
): { readonly story: Story; readonly member: Member }[] {
  const shares = (what: string, step: ConstructorParameters<typeof EvenShares>[1]) =>
    new EvenShares(new SeededRandom(`${intake.unit} ${month} ${what}`), step);
  const endsOn = lastDay(addMonths(month, MONTHS_OF_SERVICE - 1));
  const stories = shares('stories', 'golden');
  const outcomes = shares('outcomes', 'golden');
  const levels = shares('levels', 'root2');
  const ends = shares('ends', 'golden');
  const situations = shares('situations', 'root3');
  return Array.from({ length: CANDIDATES }, () => {
    const story = stories.next(STORIES);
    const outcome = story === 'decided' ? outcomes.next(intake.outcomes) : 'APTE_RETENU';
    const begins = story === 'decided' && outcome === 'APTE_RETENU';
    const end = begins ? ends.next(intake.ends) : 'at-term';
    const member: Member = {
      incorporatesOn,
      endsOn,
      outcome,
      assessedLevel: begins ? levels.next(levelsOf(intake.unit)) : 'NON_EVALUE',
      end,
      situation: begins && end === 'at-term' ? situations.next(SITUATIONS) : 'SANS_SOLUTION',
    };
    return { story, member };
  });
}
