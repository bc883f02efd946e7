import type { Instant } from '../../kernel/index.js';
import type { SessionChange } from '../domain/decide-session.js';
import type {
  InformationSession,
  Registration,
  SessionState,
} from '../domain/information-session.js';

/** Sessions and who is registered; row-level security decides which ones exist for the caller. */
export abstract class InformationSessions {
  abstract byId(id: string): Promise<InformationSession | null>;
  /** One registration; for the mission locale alone. */
  abstract registration(sessionId: string, personId: string): Promise<Registration | null>;
  /** Who is registered, by name; for the mission locale alone. */
  abstract registrations(sessionId: string): Promise<Registration[]>;
  /**
   * Writes one change: session, registration and history.
   * @throws ChangedMeanwhile when the session is no longer the version that was decided upon
   */
  abstract save(change: SessionChange): Promise<void>;
  /** Forgets the registrations whose day has come, of every mission locale; in the technical scope. */
  abstract forgetRegistrations(): Promise<number>;
}

export const SESSION_VIEWS = ['upcoming', 'past', 'cancelled'] as const;
/** Part of the list, at a moment. */
export type SessionView = (typeof SESSION_VIEWS)[number];

/** What a list is asked for; all optional, all combined. */
export interface SessionFilter {
  readonly state?: SessionState;
  readonly missionLocaleId?: string;
  readonly unitId?: string;
}

/** The place of a session in the list of the API. */
export interface SessionPosition {
  readonly at: Instant;
  readonly id: string;
}

/** A line of the history of a session; it names nobody. */
export interface SessionEvent {
  readonly command: string;
  readonly recordedAt: Instant;
  readonly role: string;
  readonly organisationId: string | null;
  readonly channel: string;
}

/** Lists and counts of sessions. */
export abstract class SessionQueries {
  /** The latest first. */
  abstract page(
    filter: SessionFilter,
    limit: number,
    after: SessionPosition | null,
  ): Promise<{ items: InformationSession[]; total: number }>;
  /** A page of a view: those to come the nearest first, the others the latest first. */
  abstract inView(
    view: SessionView,
    now: Instant,
    range: { readonly limit: number; readonly offset: number },
  ): Promise<InformationSession[]>;
  abstract counts(now: Instant): Promise<Readonly<Record<SessionView, number>>>;
  abstract history(sessionId: string): Promise<SessionEvent[]>;
  /** Sessions to come that the unit has not answered. */
  abstract toAnswer(now: Instant): Promise<number>;
  /** Sessions of which it is time to say who came. */
  abstract toTick(now: Instant): Promise<number>;
}
