import type { Actor, Instant, LocalDate, Role } from '../../kernel/index.js';

/** What of the journal somebody reads: `security` is all but the cases of young people. */
export type JournalReach = 'all' | 'security' | 'own';

/**
 * Who reads the journal (trust.md 3): the data protection officer all of it, an administrator what
 * concerns accounts, sessions, clients and reference data, a manager that of the organisation.
 */
const REACH: Partial<Record<Role, JournalReach>> = {
  dpo: 'all',
  admin: 'security',
  'ml-manager': 'own',
  'unit-manager': 'own',
};

/** Roles that may read some of the journal. */
export const JOURNAL_READERS = Object.keys(REACH) as Role[];

/** What an actor may read of the journal; nothing for most. */
export function reachOf(actor: Actor): JournalReach | undefined {
  return actor.type === 'person' ? REACH[actor.role] : undefined;
}

/** First words of the commands that concern nobody’s case. */
export const SECURITY_FAMILIES = [
  'account',
  'journal',
  'machine-client',
  'mail',
  'organisation',
  'reading',
  'reference',
  'session',
] as const;

/** Which lines are looked for; null stands for any. */
export interface JournalSearch {
  /** First and last day, on the clock of whoever looks. */
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly timeZone: string;
  readonly organisationCode: string | null;
  readonly command: string | null;
  readonly actorId: string | null;
  readonly resourceType: string | null;
  readonly resourceId: string | null;
  /** Lines of the rows of files, or all the others. */
  readonly isOfFiles: boolean;
}

/** A line of the journal as it was written: codes and ids. */
export interface JournalLine {
  readonly id: string;
  readonly recordedAt: Instant;
  /** The same, to the microsecond: where the next page begins. */
  readonly position: string;
  readonly organisationCode: string;
  readonly actorType: string;
  readonly actorId: string;
  readonly actingRole: string;
  readonly channel: string;
  readonly command: string;
  readonly resourceType: string;
  readonly resourceId: string;
  readonly result: 'done' | 'refused' | 'read';
  readonly detail: string | null;
}

/** Commands whose detail was typed by somebody: it is not shown, whatever it says. */
const TYPED_DETAILS: readonly string[] = ['exchange.exempt-slot'];
/** A code, a number, a period: what a line may say of itself without naming anybody. */
const CODES = /^[\w.:/-]{1,60}( [\w.:/-]{1,60})?$/;

/** The detail of a line where it is a code; nothing where somebody typed it. */
export function shownDetail({ command, detail }: Pick<JournalLine, 'command' | 'detail'>): string {
  if (detail === null || TYPED_DETAILS.includes(command)) return '';
  return CODES.test(detail) ? detail : '';
}
