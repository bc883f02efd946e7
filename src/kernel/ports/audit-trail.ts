import type { Actor } from '../actor/index.js';
import type { LocalDate } from '../time/index.js';

/** What every line of the journal tells. Holds codes and ids, never a value of a record. */
interface AuditLine {
  readonly actor: Actor;
  /** `referral.submit` */
  readonly command: string;
  readonly resource: { readonly type: string; readonly id: string };
  /** The organisation whose journal holds the line. */
  readonly organisationId: string;
  /** The day the fact took place, which may be before the day it was recorded: files arrive late. */
  readonly effectiveOn: LocalDate | null;
  /** A code such as that of a refusal. */
  readonly detail?: string;
}

/** Who read what. */
export interface AuditReading extends AuditLine {
  readonly result: 'read';
  /**
   * The young people it shows, of whom a person may read so many in a day (SEC-19); none where it shows
   * nobody. Said by every reading, so that none forgets to be counted; never written in the line.
   */
  readonly people: readonly string[];
}

/** Who did or tried what. */
export interface AuditAct extends AuditLine {
  readonly result: 'done' | 'refused';
  /** The young people it makes known to whoever acts, counted as those of a reading are. */
  readonly people?: readonly string[];
}

export type AuditEntry = AuditReading | AuditAct;

/** The append-only journal. Written in the transaction of the act it tells. */
export abstract class AuditTrail {
  abstract record(entry: AuditEntry): Promise<void>;
  abstract recordAll(entries: readonly AuditEntry[]): Promise<void>;
}
