import {
  addDays,
  addMonths,
  addMonthsToDate,
  firstDay,
  monthOf,
  type LocalDate,
  type Month,
} from '../../kernel/index.js';
import type { BeginningInput, ExitInput, Presence } from '../../volunteers/index.js';
import { namedUuid } from '../seeded-ids.js';
import { SeededRandom } from '../seeded-random.js';
import type { Member, PlannedCase } from './planned-case.js';

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
const DROPOUTS = 0.13;
const UNTOLD_PRESENCES = 0.12;
const SHORTEST_MONTHS = 6;
const LONGEST_MONTHS = 11;
/** From the third month on, a service is past its probation (domain.md 2.1). */
const PROBATION_DAYS = 63;
const LATEST_DROPOUT = 150;
/** Days before its day on which the end of a contract is known, then told. */
const KNOWN_AHEAD_DAYS = 40;
const ANNOUNCED_DAYS = 30;

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
    plannedEndOn: one.member?.endsOn ?? addDays(addMonthsToDate(day, months), -1),
  };
  if (random.chance(0.04)) {
    const beginning = { ...service, status: 'ABSENT_INCORPORATION', plannedEndOn: null } as const;
    return { ...base, beginning, steps: [] };
  }
  const exit = planExit(random, day, service.plannedEndOn, one.member);
  const steps = [
    ...toldPresences(one.candidacyId, day, exit.exitedOn, until),
    ...exitSteps(exit, until, one.member !== null),
  ].toSorted((step, other) => (step.on < other.on ? -1 : Number(step.on > other.on)));
  return { ...base, beginning: { ...service, status: 'INCORPORE' }, steps };
}

/** The last month of some who still serve is not told yet: their unit finds it among what it has to do. */
function toldPresences(
  candidacyId: string,
  from: LocalDate,
  exitedOn: LocalDate,
  until: LocalDate,
): ServiceStep[] {
  const all = presences(from, exitedOn, until);
  const isWaited =
    exitedOn > until && new SeededRandom(`presence ${candidacyId}`).chance(UNTOLD_PRESENCES);
  const justOver = addMonths(monthOf(until), -1);
  return isWaited ? all.filter((step) => monthTold(step) !== justOver) : all;
}

const monthTold = (step: ServiceStep) =>
  step.command === 'report-presence' ? step.presence.month : null;

/** Each month is told of at its end, while the service goes on. */
function presences(from: LocalDate, exitedOn: LocalDate, until: LocalDate): ServiceStep[] {
  const last = monthOf(exitedOn < until ? exitedOn : until);
  const months: Month[] = [];
  for (let month = monthOf(from); month < last; month = addMonths(month, 1)) months.push(month);
  return months
    .slice(-3)
    .map((month) => ({
      command: 'report-presence' as const,
      on: addDays(firstDay(addMonths(month, 1)), 1),
      presence: { month, isInService: true, isLongAbsent: false },
    }))
    .filter(({ on }) => on < exitedOn && on <= until);
}

/**
 * An exit of the last days, or one announced for the next month, is told; a later one is not known yet. The
 * end of a contingent is announced to all.
 */
function exitSteps(exit: ExitInput, until: LocalDate, isOfContingent: boolean): ServiceStep[] {
  const { exitedOn } = exit;
  const isKnown = exit.reason === 'FIN_CONTRAT' && exitedOn <= addDays(until, KNOWN_AHEAD_DAYS);
  const announced = { ...exit, isAnnounced: true };
  if (exitedOn > until) {
    return isKnown ? [{ command: 'announce-exit', on: until, exit: announced }] : [];
  }
  const on = addDays(exitedOn, -ANNOUNCED_DAYS);
  return isKnown && isOfContingent
    ? [
        { command: 'announce-exit', on, exit: announced },
        { command: 'exit', on: exitedOn, exit: announced },
      ]
    : [{ command: 'exit', on: exitedOn, exit }];
}

function planExit(
  random: SeededRandom,
  from: LocalDate,
  plannedEndOn: LocalDate,
  member: Member | null,
): ExitInput {
  const isDropout = member ? member.end !== 'at-term' : random.chance(DROPOUTS);
  const exitedOn = isDropout ? dayOfDropout(random, from, member) : plannedEndOn;
  return {
    exitedOn,
    isAnnounced: false,
    reason: isDropout ? reasonOfDropout(random, from, exitedOn) : 'FIN_CONTRAT',
    situation: isDropout
      ? random.weighted([
          ['SANS_SOLUTION', 70],
          ['NON_CONNU', 20],
          ['CDD_COURT', 10],
        ] as const)
      : (member?.situation ?? situationAtTerm(random)),
    wantsSupport: random.chance(0.4),
    certifications: isDropout ? [] : random.pick([['PSC1', 'CAPI'], ['PSC1'], ['CFG', 'PSC1']]),
    assessedLevel: null,
  };
}

function dayOfDropout(random: SeededRandom, from: LocalDate, member: Member | null): LocalDate {
  const isEarly = member?.end === 'early';
  const [first, last] = isEarly ? [PROBATION_DAYS, LATEST_DROPOUT] : [5, PROBATION_DAYS - 5];
  return addDays(from, random.between(first, last));
}

/** Either side may end a service by its word alone in the first two months, and no more after. */
function reasonOfDropout(
  random: SeededRandom,
  from: LocalDate,
  exitedOn: LocalDate,
): ExitInput['reason'] {
  const isInProbation = exitedOn < addMonthsToDate(from, 2);
  return random.weighted([
    [isInProbation ? 'DENONCIATION_VOLONTAIRE' : 'RESILIATION_DEMANDE', 80],
    ['DEPART_SANS_AUTORISATION', 20],
  ] as const);
}

function situationAtTerm(random: SeededRandom): ExitInput['situation'] {
  return random.weighted([
    ['CDI', 14],
    ['CDD_6P', 21],
    ['CDD_COURT', 14],
    ['ALTERNANCE', 8],
    ['FORMATION_QUALIFIANTE', 18],
    ['VT_VE', 4],
    ['SANS_SOLUTION', 21],
  ] as const);
}
