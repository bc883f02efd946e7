import type { FaultLevel, RowFaultCode } from '../catalogue/index.js';

/** One anomaly of one row, with the content of exchange.md 7.d. */
export interface RowAnomaly {
  /** Physical line in the file, header = 1. */
  readonly line: number;
  /** `identifiant_ligne`, when it could be read. */
  readonly rowId: number | null;
  /** Header of the column, as declared. */
  readonly column: string | null;
  /** Place of the column in the file as sent, from 1. */
  readonly position: number | null;
  /** Error type in the words of frictionless. */
  readonly type: string;
  readonly code: RowFaultCode;
  readonly precision: string | null;
  readonly level: FaultLevel;
  /** Value as sent; `***` when the column is sensitive or the value must not be shown again. */
  readonly value: string | null;
  /** What the value probably should be; never applied, never given for a sensitive column. */
  readonly suggestedValue: string | null;
  /** French, without any value. */
  readonly message: string;
  readonly correction: string;
  /** Id of the rule in the published catalogue: `SUI-R004`, `SUI-C16` for a column. */
  readonly rule: string | null;
  /** What caused this anomaly, when it only follows from another one. */
  readonly cascadeOf: string | null;
}

/** Shown in place of a value that must not be repeated. */
export const MASK = '***';
