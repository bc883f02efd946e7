import {
  addDays,
  addMonths,
  addMonthsToDate,
  monthOf,
  type LocalDate,
  type Month,
} from '../../kernel/index.js';
import type { BeginningInput, ExitInput, Presence } from '../../volunteers/index.js';
import { namedUuid } from '../seeded-ids.js';
import { SeededRandom } from '../seeded-random.js';
import type { PlannedCase } from './planned-case.js';

/** What a unit tells of a service after its beginning, one day. */
export type ServiceStep =
  | { readonly command: 'report-presence'; readonly on: LocalDate; readonly presence: Presence }
  | {
      readonly command: 'exit' | 'announce-exit';
      readonly on: LocalDate;
      readonly exit: ExitInput;
    };

/** The service of a selected candidate, as far as it has come. */
export interface PlannedService {
  readonly id: string;
  readonly candidacyId: string;
  readonly beginning: BeginningInput;
  readonly toldOn: LocalDate;
  readonly steps: readonly ServiceStep[];
}

/** Out of a hundred services: an order of magnitude, not a statistic of anybody's (domain.md 4.4). */
const DROPOUTS = 0.14;
const SHORTEST_MONTHS = 6;
const LONGEST_MONTHS = 11;

/** The service that follows a case; nothing while its day of incorporation has not come. */
export function planService(one: PlannedCase, until: LocalDate): PlannedService | null {
  const planned = one.steps.flatMap((step) =>
    step.side === 'unit' ? (step.outcome?.plannedIncorporationOn ?? []) : [],
  );
  const day = planned.at(-1);
  if (!day || day > until) return null;
  const random = new SeededRandom(`service ${one.candidacyId}`);
  const base = {
    id: namedUuid(`service ${one.candidacyId}`),
    candidacyId: one.candidacyId,
    toldOn: day,
  };
  const months = random.between(SHORTEST_MONTHS, LONGEST_MONTHS);
  const service = {
    incorporatedOn: day,
    volunteerType: one.draft.volunteerType,
    track: random.pick(['CUISINE', 'MACONNERIE', 'ESPACES-VERTS', 'SECURITE', 'MECANIQUE']),
    site: null,
    plannedEndOn: addDays(addMonthsToDate(day, months), -1),
  };
  if (random.chance(0.04)) {
    const beginning = { ...service, status: 'ABSENT_INCORPORATION', plannedEndOn: null } as const;
    return { ...base, beginning, steps: [] };
  }
  const exit = planExit(random, day, service.plannedEndOn);
  const steps = [...presences(day, exit.exitedOn, until), ...exitSteps(exit, until)];
  return { ...base, beginning: { ...service, status: 'INCORPORE' }, steps };
}

/** Each month is told of at its end, while the service goes on. */
function presences(from: LocalDate, exitedOn: LocalDate, until: LocalDate): ServiceStep[] {
  const last = monthOf(exitedOn < until ? exitedOn : until);
  const months: Month[] = [];
  for (let month = monthOf(from); month < last; month = addMonths(month, 1)) months.push(month);
  return months.slice(-3).map((month) => ({
    command: 'report-presence',
    on: addDays(`${addMonths(month, 1)}-01` as LocalDate, 1),
    presence: { month, isInService: true, isLongAbsent: false },
  }));
}

/** An exit of the last days, or one announced for the next month, is told; a later one is not known yet. */
function exitSteps(exit: ExitInput, until: LocalDate): ServiceStep[] {
  if (exit.exitedOn <= until) return [{ command: 'exit', on: exit.exitedOn, exit }];
  const isKnown = exit.reason === 'FIN_CONTRAT' && exit.exitedOn <= addDays(until, 40);
  return isKnown
    ? [{ command: 'announce-exit', on: until, exit: { ...exit, isAnnounced: true } }]
    : [];
}

function planExit(random: SeededRandom, from: LocalDate, plannedEndOn: LocalDate): ExitInput {
  const isDropout = random.chance(DROPOUTS);
  const early = addDays(from, random.between(5, 150));
  return {
    exitedOn: isDropout && early < plannedEndOn ? early : plannedEndOn,
    isAnnounced: false,
    reason: isDropout
      ? random.weighted([
          ['DENONCIATION_VOLONTAIRE', 50],
          ['DENONCIATION_AUTORITE', 15],
          ['RESILIATION_DEMANDE', 20],
          ['DEPART_SANS_AUTORISATION', 15],
        ] as const)
      : 'FIN_CONTRAT',
    situation: isDropout
      ? random.weighted([
          ['SANS_SOLUTION', 70],
          ['NON_CONNU', 20],
          ['CDD_COURT', 10],
        ] as const)
      : random.weighted([
          ['CDI', 14],
          ['CDD_6P', 20],
          ['CDD_COURT', 14],
          ['ALTERNANCE', 8],
          ['FORMATION_QUALIFIANTE', 18],
          ['VT_VE', 4],
          ['SANS_SOLUTION', 20],
          ['NON_CONNU', 2],
        ] as const),
    wantsSupport: random.chance(0.4),
    certifications: isDropout ? [] : random.pick([['PSC1', 'CAPI'], ['PSC1'], ['CFG', 'PSC1']]),
    assessedLevel: null,
  };
}
