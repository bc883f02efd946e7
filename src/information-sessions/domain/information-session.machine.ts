import { addMillis, type ActingRole, type Instant, type Machine } from '../../kernel/index.js';
import {
  SESSION_STATES,
  type InformationSession,
  type Registration,
  type SessionState,
} from './information-session.js';

export type SessionCommand = 'answer' | 'register' | 'unregister' | 'record-attendance' | 'cancel';

/** What a command is judged by, beyond the session. */
export interface SessionMoment {
  readonly now: Instant;
  /** Of the person the command is about; null of somebody who is not registered. */
  readonly registration: Registration | null;
}

export type SessionRefusal =
  | 'session-begun'
  | 'session-to-come'
  | 'session-over'
  | 'session-full'
  | 'already-registered'
  | 'not-registered';

const MISSION_LOCALE = ['ml-adviser', 'ml-manager', 'ml-machine'] as const;
const UNIT = ['recruiter', 'unit-manager', 'unit-machine'] as const;

/** Days after a session during which who came is still recorded or corrected. */
export const DAYS_TO_TICK = 30;
const DAY = 86_400_000;

/** The moment after which nothing is recorded of a session. */
export function closesAt({ startsAt }: Pick<InformationSession, 'startsAt'>): Instant {
  return addMillis(startsAt, DAYS_TO_TICK * DAY);
}

/** True from the moment it begins. */
export function hasBegun(
  { startsAt }: Pick<InformationSession, 'startsAt'>,
  now: Instant,
): boolean {
  return startsAt <= now;
}

type Subject = Pick<InformationSession, 'state' | 'startsAt' | 'seats' | 'registered'>;

const beforeIt = (session: Subject, { now }: SessionMoment) =>
  hasBegun(session, now) ? ('session-begun' as const) : undefined;

/** Life-cycle of a session (F01). That it took place is computed from its hour: no command is needed. */
export const informationSessionMachine: Machine<
  SessionState,
  SessionCommand,
  ActingRole,
  Subject,
  SessionMoment,
  SessionRefusal
> = {
  name: 'information-session',
  initial: 'planned',
  final: ['cancelled'],
  states: SESSION_STATES,
  transitions: {
    answer: {
      from: ['planned'],
      to: 'planned',
      by: UNIT,
      guard: beforeIt,
      emits: 'information-session.answered.v1',
      about: 'L’unité dit si elle vient, et à combien ; elle peut changer d’avis avant la séance.',
    },
    register: {
      from: ['planned'],
      to: 'planned',
      by: MISSION_LOCALE,
      guard: (session, { now, registration }) => {
        if (closesAt(session) < now) return 'session-over';
        if (registration) return 'already-registered';
        return session.registered >= session.seats ? 'session-full' : undefined;
      },
      emits: 'information-session.registered.v1',
      about: 'La mission locale inscrit un jeune qu’elle connaît, dans la limite des places.',
    },
    unregister: {
      from: ['planned'],
      to: 'planned',
      by: MISSION_LOCALE,
      guard: (session, moment) =>
        beforeIt(session, moment) ?? (moment.registration ? undefined : 'not-registered'),
      emits: 'information-session.unregistered.v1',
      about: 'La mission locale retire un inscrit avant la séance.',
    },
    'record-attendance': {
      from: ['planned'],
      to: 'planned',
      by: MISSION_LOCALE,
      guard: (session, { now, registration }) => {
        if (!hasBegun(session, now)) return 'session-to-come';
        if (closesAt(session) < now) return 'session-over';
        return registration ? undefined : 'not-registered';
      },
      emits: 'information-session.attended.v1',
      about: 'La mission locale dit si un inscrit est venu, ou corrige ce qu’elle a dit.',
    },
    cancel: {
      from: ['planned'],
      to: 'cancelled',
      by: MISSION_LOCALE,
      guard: beforeIt,
      emits: 'information-session.cancelled.v1',
      about: 'La mission locale annule la séance, avec un motif.',
    },
  },
};
