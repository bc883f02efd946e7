import type { AuditEntry, Instant, PersonActor, Role } from '../../kernel/index.js';

/** How many young people an account may read in any 24 hours (SEC-19). */
export interface ReadingBounds {
  /** Of those who follow some young people. */
  readonly caseload: number;
  /** Of those who answer for all that is sent to, or by, an organisation. */
  readonly organisation: number;
}

/** Files opened in ten minutes from which somebody is told (SEC-19). */
export const ALARMING_OPENINGS = 50;

/** What each role reads of young people; a recruiter works on every file sent to the unit (ADR 27). */
const READS: Readonly<Record<Role, keyof ReadingBounds | 'nobody'>> = {
  'ml-adviser': 'caseload',
  'ml-manager': 'organisation',
  recruiter: 'organisation',
  'insertion-officer': 'caseload',
  'unit-manager': 'organisation',
  'medical-office': 'caseload',
  'exchange-operator': 'nobody',
  'committee-member': 'nobody',
  'national-pilot': 'nobody',
  dpo: 'nobody',
  admin: 'nobody',
};

/** The most young people an account of this role may read in 24 hours. */
export function readingBoundOf(role: Role, bounds: ReadingBounds): number {
  const reads = READS[role];
  return reads === 'nobody' ? 0 : bounds[reads];
}

/** What a person is about to be shown. */
export interface Showing {
  readonly actor: PersonActor;
  /** Each once. */
  readonly people: readonly string[];
  /** One file, not a list: these are counted for the alert too. */
  readonly isOpening: boolean;
  /** What the person has just written: counted, never refused. */
  readonly isOwnWork: boolean;
  readonly at: Instant;
}

/**
 * Whom these lines of the journal show to a person; nothing for programs, files and the service,
 * which other bounds hold (ADR 27).
 */
export function showingOf(entries: readonly AuditEntry[], at: Instant): Showing | undefined {
  const [first] = entries;
  if (first?.actor.type !== 'person') return undefined;
  const people = [...new Set(entries.flatMap((entry) => entry.people ?? []))];
  if (people.length === 0) return undefined;
  const isOwnWork = first.result === 'done';
  const isOpening = !isOwnWork && first.resource.id !== 'list';
  return { actor: first.actor, people, isOpening, isOwnWork, at };
}
