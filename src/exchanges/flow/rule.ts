import type { FaultLevel, RowFaultCode } from '../catalogue/index.js';

/** A rule between cells of one row. */
export interface RowRule<Row> {
  /** Published and stable: `SUI-R004`. */
  readonly id: string;
  /** French, one sentence: what must be true. */
  readonly about: string;
  readonly code: RowFaultCode;
  readonly precision: string | null;
  /** When another level than that of the catalogue applies. */
  readonly level: FaultLevel | null;
  /** Column the report points at. */
  readonly column: keyof Row & string;
  /** Columns the rule reads: when one of them was refused, the rule has nothing to say. */
  readonly needs: readonly (keyof Row & string)[];
  /** French, for the report; neither may name a value. */
  readonly message: string;
  readonly correction: string;
  /** Cells that break the rule, laid over the first sample: shown in the documentation and tested. */
  readonly broken: Readonly<Partial<Record<keyof Row & string, string>>>;
  holds(row: Row): boolean;
}

/** What a flow writes to declare a rule: `holds` sees only the columns it says it needs. */
export interface RuleOptions<Row, Needed extends keyof Row & string> {
  readonly id: string;
  readonly about: string;
  readonly code: RowFaultCode;
  readonly precision?: string;
  readonly level?: FaultLevel;
  readonly column: Needed;
  readonly needs: readonly Needed[];
  readonly message: string;
  readonly correction: string;
  readonly broken: Readonly<Partial<Record<keyof Row & string, string>>>;
  holds(row: Pick<Row, Needed>): boolean;
}

/** Declares a rule of a flow whose rows are `Row`. */
export type RuleBuilder<Row> = <const Needed extends keyof Row & string>(
  options: RuleOptions<Row, Needed>,
) => RowRule<Row>;

/** Gives a declared rule its complete shape. */
export function rule<Row, Needed extends keyof Row & string>(
  options: RuleOptions<Row, Needed>,
): RowRule<Row> {
  return {
    ...options,
    precision: options.precision ?? null,
    level: options.level ?? null,
    holds: (row) => options.holds(row),
  };
}
