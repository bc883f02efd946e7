import { addMillis, type Instant, type OrganisationScope, type Role } from '../../kernel/index.js';

const MINUTE = 60_000;

/** How long a session lasts (SEC-07): without a request, and in all. ProConnect's own lasts 12 hours. */
export const SESSION_LIMITS = {
  inactivityMillis: 30 * MINUTE,
  absoluteMillis: 600 * MINUTE,
} as const;

/** Somebody at work in one role of one organisation. */
export interface Session {
  readonly id: string;
  readonly accountId: string;
  readonly displayName: string;
  readonly organisation: OrganisationScope;
  readonly organisationName: string;
  readonly timeZone: string;
  readonly role: Role;
  /** How strongly the person signed in: another role may ask for more. */
  readonly acr: string;
  /** Organisations and roles the account may work in today; this one included. */
  readonly choices: number;
  readonly seenAt: Instant;
  readonly endsAt: Instant;
}

/** True while the session opens anything at that instant. */
export function isAlive(
  { seenAt, endsAt }: Pick<Session, 'seenAt' | 'endsAt'>,
  now: Instant,
): boolean {
  return now < endsAt && now < addMillis(seenAt, SESSION_LIMITS.inactivityMillis);
}

/** When a session that begins now ends at the latest. */
export function endOfSession(now: Instant): Instant {
  return addMillis(now, SESSION_LIMITS.absoluteMillis);
}
