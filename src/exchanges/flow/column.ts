import type { CodeList } from '../../kernel/index.js';
import type { FaultLevel, RowFaultCode } from '../catalogue/index.js';
import type { CheckContext, ReferenceList } from './check-context.js';

/** What a cell may hold, as data: the published schema, the documentation and test rows come from it. */
export type CellShape =
  | { readonly kind: 'integer'; readonly min: number; readonly max: number }
  | { readonly kind: 'text'; readonly pattern: string; readonly maxLength: number }
  | { readonly kind: 'names'; readonly pattern: string; readonly maxLength: number }
  | { readonly kind: 'reference'; readonly pattern: string; readonly list: ReferenceList }
  | { readonly kind: 'code' | 'list'; readonly list: CodeList }
  | { readonly kind: 'commune'; readonly pattern: string }
  | { readonly kind: 'referral-reference'; readonly pattern: string }
  /** `isPast`: an event, which cannot lie in the future. */
  | { readonly kind: 'day'; readonly isPast: boolean }
  | { readonly kind: 'day-or-month' | 'birth-date'; readonly pattern: string }
  | { readonly kind: 'month' | 'boolean' };

/** What a reader may add to the code of a fault. */
export interface CellFault {
  readonly precision?: string;
  /** When another level than that of the catalogue applies. */
  readonly level?: FaultLevel;
  /** What the value probably should be. */
  readonly suggestion?: string;
  /** True when the value must not be shown again. */
  readonly isHidden?: boolean;
}

/** Where a reader says what is wrong with the cell it reads. */
export interface CellFaults {
  report(code: RowFaultCode, more?: CellFault): void;
}

/** Reads a clean, not empty cell; nothing when it is refused, once the reason was reported. */
export type CellReader<Value> = (text: string, faults: CellFaults) => Value | undefined;

/** How a kind of cell is read and written. */
export interface CellType<Value> {
  readonly shape: CellShape;
  /** What the column takes, in French, after « Indiquer »: `une date au format AAAA-MM-JJ`. */
  readonly expected: string;
  /** Prepares the reader of one file: everything that can be worked out beforehand is. */
  compile(context: CheckContext): CellReader<Value>;
  /** The cell of a value: read again, it gives the value back without an anomaly. */
  write(value: Value): string;
}

/** What every column says of itself. */
export interface ColumnFacts<Header extends string, Required extends boolean> {
  readonly header: Header;
  /** French, for people. */
  readonly title: string;
  /** French, one sentence. */
  readonly about: string;
  readonly example: string;
  readonly required: Required;
  /** French: when a column that is not always required is. The rules of the flow enforce it. */
  readonly requiredIf: string | null;
  /** Masked in reports and logs (exchange.md 7.a, 🔒). */
  readonly isSensitive: boolean;
}

/** One column of a flow, declared once. */
export interface Column<Header extends string, Value, Required extends boolean> extends ColumnFacts<
  Header,
  Required
> {
  readonly type: CellType<Value>;
}
export type AnyColumn = Column<string, unknown, boolean>;

/** What a flow writes to declare a column; what is left out is optional and not sensitive. */
export interface ColumnOptions<Header extends string, Required extends boolean> {
  readonly header: Header;
  readonly title: string;
  readonly about: string;
  readonly example: string;
  readonly required?: Required;
  readonly requiredIf?: string;
  readonly isSensitive?: boolean;
}

/** A row as the service reads it: typed values under the headers of the file, null when empty. */
export type RowOfColumns<Columns extends readonly AnyColumn[]> = {
  readonly [C in Columns[number] as C['header']]: C extends Column<
    string,
    infer Value,
    infer Required
  >
    ? Required extends true
      ? Value
      : Value | null
    : never;
};

/** The columns of a block that a flow fills only in some of its rows. */
export type OptionalColumns<Columns extends readonly AnyColumn[]> = {
  readonly [Index in keyof Columns]: Columns[Index] extends Column<
    infer Header,
    infer Value,
    boolean
  >
    ? Column<Header, Value, false>
    : never;
};

/** A block of which no column is always required; `requiredIf` says when those that were are. */
export function optionalColumns<const Columns extends readonly AnyColumn[]>(
  columns: Columns,
  requiredIf: string,
): OptionalColumns<Columns> {
  const made = columns.map((one) => ({
    ...one,
    required: false,
    requiredIf: one.required ? requiredIf : one.requiredIf,
  }));
  // `map` forgets that there is one per column, the type says it.
  return made as unknown as OptionalColumns<Columns>;
}

/** Builds a column from what the flow says and from how its cells are read. */
export function column<Header extends string, Value, Required extends boolean>(
  options: ColumnOptions<Header, Required>,
  type: CellType<Value>,
): Column<Header, Value, Required> {
  const { header, title, about, example } = options;
  return {
    header,
    title,
    about,
    example,
    // Left out means false, which is then what the type parameter says.
    required: (options.required ?? false) as Required,
    requiredIf: options.requiredIf ?? null,
    isSensitive: options.isSensitive ?? false,
    type,
  };
}
