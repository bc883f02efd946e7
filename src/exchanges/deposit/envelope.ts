import type { Instant, LocalDate } from '../../kernel/index.js';
import type { ExchangeMode, FileNameParts } from './file-name.js';
import type { Manifest } from './manifest.js';

/** What the service counted itself in the bytes it received. */
export interface MeasuredFile {
  readonly bytes: number;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
  /** Encoding found, in the names of platform/csv. */
  readonly encoding: string;
  readonly separator: string;
  /** Data rows, header and blank rows left out. */
  readonly rows: number;
  /** Rows by value of `type_ligne`, as sent. */
  readonly rowsByType: Readonly<Record<string, number>>;
  /** Rows by code of recipient, as sent; the empty string when a row has none. */
  readonly rowsByRecipient: Readonly<Record<string, number>>;
  /** Rows too misshapen to be counted by type or recipient (missing or extra cells); 0 unless told. */
  readonly rowsUncounted?: number;
  /** See ControlSum; null or absent when it was not computed. */
  readonly controlSum?: string | null;
}

/** A version of the schema of a flow, as the register knows it (exchange.md 7.j). */
export interface SchemaVersion {
  /** `majeure.mineure.correctif`. */
  readonly version: string;
  readonly validFrom: LocalDate;
  /** Last day on which it is accepted; null while no retirement is decided. */
  readonly validTo: LocalDate | null;
}

/** Everything the door knows of a deposit before its rows are judged. */
export interface Envelope {
  /** The name as deposited, and what it says. */
  readonly fileName: string;
  readonly name: FileNameParts;
  readonly manifest: Manifest;
  readonly measured: MeasuredFile;
  /** Code of the organisation of the account that deposits. */
  readonly depositorCode: string;
  /** Modes this account may use; both unless told. */
  readonly allowedModes?: readonly ExchangeMode[];
  /** The receiver's clock, the only authority. */
  readonly now: Instant;
  /** Civil day of `now` in the emitter's time zone. */
  readonly today: LocalDate;
  /** Every version of the schema of this flow, past and future. */
  readonly schemas: readonly SchemaVersion[];
}
