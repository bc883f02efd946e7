import { CANDIDACY_STATES, type Candidacy, type CandidacyState } from './candidacy.js';

/** The views of the worklist of a unit: what is to be done next, then what is over. */
export const UNIT_VIEWS = {
  'to-evaluate': ['received'],
  'to-convoke': ['in-evaluation'],
  'to-decide': ['convoked'],
  over: ['decided', 'closed'],
  all: CANDIDACY_STATES,
} as const satisfies Record<string, readonly CandidacyState[]>;
export type UnitView = keyof typeof UNIT_VIEWS;

/** The order in which what comes next is proposed. */
const IN_ORDER = ['acknowledge', 'evaluate', 'convoke', 'decide', 'reopen', 'close'];

/**
 * Of the commands that may pass, those worth proposing, what comes next first: a file is acknowledged
 * once, and put in evaluation once. Doing it again only tells another day, which files and programs do.
 */
export function proposedCommands(
  { state, acknowledgedOn }: Pick<Candidacy, 'state' | 'acknowledgedOn'>,
  available: readonly string[],
): string[] {
  return IN_ORDER.filter((command) => available.includes(command))
    .filter((command) => command !== 'acknowledge' || acknowledgedOn === null)
    .filter((command) => command !== 'evaluate' || state === 'received');
}
