import type { Actor, LocalDate } from '../../kernel/index.js';
import { returnCause, type Volunteer, type VolunteerChange } from '../../volunteers/index.js';
import { decideReturn, type EndFacts, type ReturnChange } from '../domain/decide-return.js';
import { preparedFrom, type DeadlineBook } from '../domain/deadline.rules.js';
import { timed } from '../domain/next-step.js';
import { isActive, type ReturnEpisode } from '../domain/return-episode.js';
import type { ReturnCommand } from '../domain/return.machine.js';

/** What a service asks for on the mission locale's side today: a return to open, to prepare, or none. */
export interface WantedReturn extends EndFacts {
  readonly state: 'open' | 'prepared' | 'none';
}

/** With what the return of a service is decided. */
export interface FollowContext {
  /** The latest return of the service, the active one when there is one. */
  readonly latest: ReturnEpisode | null;
  readonly book: DeadlineBook;
  /** Today where the mission locale is. */
  readonly today: LocalDate;
  readonly newId: () => string;
}

/**
 * Pure: a dropout, an exit without solution, a wish or an absence on the day of incorporation opens a
 * return, since nobody else looks after whom the unit never saw (domain.md 3.2); an end that comes near prepares
 * one, unless the unit already told of a solution (source 003 l.21; peers.md (c) 1 and 2).
 */
export function wantedReturn(
  { state, stateOn, exit, plannedEndOn }: Volunteer,
  book: DeadlineBook,
  today: LocalDate,
): WantedReturn {
  if (state === 'absent') return { state: 'open', cause: 'absent', endsOn: stateOn };
  const endsOn = exit?.exitedOn ?? plannedEndOn ?? today;
  const cause = exit ? returnCause(exit) : null;
  if (state === 'exited') return { state: cause ? 'open' : 'none', cause, endsOn };
  const isToCome = state === 'in-service' && plannedEndOn !== null && (exit === null || cause);
  if (!isToCome || today < preparedFrom(book, endsOn))
    return { state: 'none', cause: null, endsOn };
  return { state: 'prepared', cause: cause ?? 'planned-end', endsOn };
}

/** Pure: what a change of the service does to its return; nothing when it stays as it is. */
export function followService(
  change: VolunteerChange,
  { latest, book, today, newId }: FollowContext,
): ReturnChange | null {
  const { after: volunteer, actor } = change;
  const wanted = wantedReturn(volunteer, book, today);
  const command = commandFor(change, latest, wanted);
  if (command === null) return null;
  if (command === 'begin') {
    return wanted.state === 'none'
      ? null
      : beginning({ volunteer, wanted, book, today, actor, id: newId() });
  }
  if (!latest) return null;
  const decision = decideReturn({
    episode: latest,
    command,
    actor,
    as: 'volunteer',
    effectiveOn: today,
    today,
    book,
    end: endOf(latest, volunteer, wanted, command),
  });
  return decision.ok ? decision.change : null;
}

/** An exit that was taken back still names the return: files of both sides speak of it by that day. */
function endOf(
  { state: before, endsOn: toldOn }: ReturnEpisode,
  { state: service }: Volunteer,
  { state: wanted, cause, endsOn }: WantedReturn,
  command: ReturnCommand,
): EndFacts {
  const isTakenBack = before !== 'prepared' && wanted !== 'open' && service !== 'exited';
  return {
    cause: command === 'correct' && wanted !== 'open' ? null : cause,
    endsOn: isTakenBack ? toldOn : endsOn,
  };
}

function commandFor(
  change: VolunteerChange,
  latest: ReturnEpisode | null,
  wanted: WantedReturn,
): ReturnCommand | 'begin' | null {
  if (!latest || !isActive(latest)) return ifOver(change, latest, wanted);
  switch (latest.state) {
    case 'prepared':
      if (wanted.state === 'none') return 'cancel';
      if (wanted.state === 'open') return 'open';
      return isSaidAlike(latest, wanted) ? null : 'prepare';
    case 'open':
      if (wanted.state !== 'open') return 'cancel';
      return isSameEnd(change) ? null : 'correct';
    default:
      // Somebody took it up: whatever the unit says since is shown, and takes nothing away.
      return isSameEnd(change) ? null : 'correct';
  }
}

/** What was answered stays answered when the same exit is told better; another exit is another return. */
function ifOver(
  change: VolunteerChange,
  latest: ReturnEpisode | null,
  wanted: WantedReturn,
): 'begin' | 'correct' | null {
  const isOfThatExit = ['correct-exit', 'resume', 'restate'].includes(change.command);
  if (latest?.state === 'closed' && isSameEnd(change)) return null;
  if (latest?.state === 'closed' && isOfThatExit) return 'correct';
  return wanted.state === 'none' ? null : 'begin';
}

function isSaidAlike(episode: ReturnEpisode, { cause, endsOn }: EndFacts): boolean {
  return episode.cause === cause && episode.endsOn === endsOn;
}

/** True when the change is about something else than the end of the service. */
function isSameEnd({ before, after }: VolunteerChange): boolean {
  return (
    before !== null &&
    before.state === after.state &&
    (after.state !== 'absent' || before.stateOn === after.stateOn) &&
    JSON.stringify(before.exit) === JSON.stringify(after.exit)
  );
}

/** What a return begins with. */
export interface Beginning {
  readonly volunteer: Volunteer;
  readonly wanted: WantedReturn;
  readonly book: DeadlineBook;
  readonly today: LocalDate;
  readonly actor: Actor;
  readonly id: string;
}

/** Pure: the first line of a return. */
export function beginning({
  volunteer,
  wanted,
  book,
  today,
  actor,
  id,
}: Beginning): ReturnChange | null {
  const { state, cause, endsOn } = wanted;
  if (state === 'none') return null;
  const begun = {
    id,
    volunteerId: volunteer.id,
    unitId: volunteer.unitId,
    missionLocaleId: volunteer.missionLocaleId,
    predecessorId: null,
    state,
    stateOn: today,
    cause,
    endsOn,
    countsFrom: today,
    answer: null,
    attempts: 0,
    asOf: null,
    version: 1,
  };
  const after: ReturnEpisode = { ...begun, ...timed(begun, book) };
  const command = state === 'open' ? 'open' : 'prepare';
  return { before: null, after, command, effectiveOn: today, actor, isFollowing: true };
}
