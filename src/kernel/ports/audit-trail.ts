import type { Actor } from '../actor/index.js';
import type { LocalDate } from '../time/index.js';

/** Who did, tried or read what. Holds codes and ids, never a value of a record. */
export interface AuditEntry {
  readonly actor: Actor;
  /** `referral.submit` */
  readonly command: string;
  readonly resource: { readonly type: string; readonly id: string };
  /** The organisation whose journal holds the line. */
  readonly organisationId: string;
  /** The day the fact took place, which may be before the day it was recorded: files arrive late. */
  readonly effectiveOn: LocalDate | null;
  readonly result: 'done' | 'refused' | 'read';
  /** A code such as that of a refusal. */
  readonly detail?: string;
  /**
   * The young people it shows, or makes known to whoever acts: those of a person are counted
   * (SEC-19). Never written in the line.
   */
  readonly people?: readonly string[];
}

/** The append-only journal. Written in the transaction of the act it tells. */
export abstract class AuditTrail {
  abstract record(entry: AuditEntry): Promise<void>;
  abstract recordAll(entries: readonly AuditEntry[]): Promise<void>;
}
