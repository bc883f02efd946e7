import type { Actor, LocalDate } from '../../../kernel/index.js';
import type {
  ReferenceDifference,
  ReferenceRow,
  ReferenceSetName,
} from '../../domain/reference-table.js';
import type { TableFault, TableRecord } from '../../domain/table-reading.js';

/** What a file would make of a set. */
export interface ReadSet {
  readonly rows: readonly ReferenceRow[];
  readonly faults: readonly TableFault[];
}

/**
 * One set of reference data: how it is read from a file, what it is now, how differences are applied.
 * Everything happens inside the unit of work of whoever asks, under the technical scope.
 */
export abstract class ReferenceKeeper {
  abstract readonly set: ReferenceSetName;
  abstract readonly columns: readonly string[];
  /** True when what a file does not name ends; otherwise it stays as it is. */
  abstract readonly endsAbsent: boolean;
  /** True when a file holds from a day that is said beside it. */
  abstract readonly isDated: boolean;

  /** The set as it stands; from a day on, for one that is dated. */
  abstract current(from: LocalDate | null): Promise<readonly ReferenceRow[]>;
  abstract read(
    records: readonly TableRecord[],
    from: LocalDate | null,
    actor: Actor,
  ): Promise<ReadSet>;
  /** Applies what was read without a fault. */
  abstract apply(
    difference: ReferenceDifference,
    from: LocalDate | null,
    actor: Actor,
  ): Promise<void>;
  /** The set as a file that can be corrected and put down again. */
  abstract exported(on: LocalDate): Promise<readonly (readonly string[])[]>;
}
