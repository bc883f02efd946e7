import type { Actor, AsOf, LocalDate } from '../../kernel/index.js';
import type { Organisation } from '../../organisations/index.js';
import type { ToldBefore } from '../delivery/outbound-place.js';
import type { RowState } from '../domain/exchange-file.js';
import type { Flow, RowAnomaly, RowOf } from '../flow/index.js';

/** A row that passed its checks, with its place in the file. */
export interface CheckedRow<F extends Flow = Flow> {
  readonly line: number;
  readonly row: RowOf<F>;
  /** From when what it tells is known (exchange.md 7.e.2). */
  readonly asOf: AsOf;
  /** Record or person a human recognised for this row: its identity is not judged again. */
  readonly chosenId?: string;
  /** True when an earlier file of the slot says the very same of this key (exchange.md 7.e.3). */
  readonly isRepeated?: boolean;
}

/** The file a row comes from, for those who apply it. */
export interface ApplyContext {
  /** File actor of the emitter: what it may do is decided as for anyone else. */
  readonly actor: Actor;
  readonly emitter: Organisation;
  /** Civil day in the emitter's zone. */
  readonly today: LocalDate;
  /** The file whose rows are applied. */
  readonly fileId: string;
  /** True when the file takes back earlier files of its slot: what they said of a key counts no more. */
  readonly isReplacing: boolean;
}

/** What became of one row. */
export interface RowFate {
  readonly line: number;
  readonly state: RowState;
  readonly resourceId: string | null;
  readonly recipientId: string | null;
  readonly anomalies: readonly RowAnomaly[];
  /** True when something more recent was known: all that was said of the record is to be told anew. */
  readonly isLate?: boolean;
  /** Who may be meant, when a human has to look at it. */
  readonly review?: { readonly reason: string; readonly candidateIds: readonly string[] };
}

/**
 * Turns the rows of one flow into commands of the features, a chunk at a time, inside the
 * transaction of the file. One fate per row, in order. Never writes a status itself.
 */
export abstract class FlowApplication<F extends Flow = Flow> {
  abstract apply(rows: readonly CheckedRow<F>[], context: ApplyContext): Promise<RowFate[]>;
  /**
   * Tells records anew from all that still counts of what was said of them (exchange.md 7.e.2-3); `more`
   * holds rows by record that the ledger does not count yet.
   */
  abstract retell(
    resourceIds: readonly string[],
    context: ApplyContext,
    more?: ReadonlyMap<string, CheckedRow<F>>,
  ): Promise<void>;
  /**
   * The same for one record of which a statement was just taken back.
   * @returns false when it cannot go back there, because of what the other side did since
   */
  abstract takeBack(resourceId: string, context: ApplyContext): Promise<boolean>;
}

/** A record to tell a recipient, as a row of the flow. */
export interface DeliverableRow<F extends Flow = Flow> {
  readonly resourceId: string;
  /** Of the record, as what others did to it counts (see `ChangedRecord`). */
  readonly edition: number;
  /** The organisation whose record it is: it learns what becomes of the line. */
  readonly emitterId: string;
  /** Null when the recipient was never told of it. */
  readonly told: ToldBefore | null;
  /** What the row says that may change while the edition stays: remembered with the edition. */
  readonly said?: string;
  /** Without block L, which the writer numbers. */
  readonly row: Omit<RowOf<F>, 'identifiant_ligne' | 'type_ligne' | 'periode_rattachement'>;
}

/** Finds what changed for a recipient since its last delivery, inside a unit of work of its own. */
export abstract class FlowDelivery<F extends Flow = Flow> {
  /** `noticeFileId`: only what this notice changed; null tells all that is not told yet. */
  abstract changedFor(
    recipient: Organisation,
    noticeFileId: string | null,
    actor: Actor,
  ): Promise<DeliverableRow<F>[]>;
}

/** Who applies the rows of each flow. */
export abstract class FlowApplications {
  /** @throws Error for a flow without a folder */
  abstract of(flowCode: string): FlowApplication;
}
