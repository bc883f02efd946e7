import type { Instant, LocalDate, Month } from '../../kernel/index.js';
import type { ExchangeMode, FileNature } from './file-name.js';

/** Values of `type_ligne`, and keys of `par_type` (exchange.md 7.a, block L). */
export const ROW_TYPES = ['SITUATION', 'EVENEMENT', 'CORRECTION', 'ANNULATION'] as const;
export type RowType = (typeof ROW_TYPES)[number];

/** The sidecar of a file (exchange.md 7.b; what is required: contract.md 3). */
export interface Manifest {
  readonly version: string;
  readonly exchangeId: string;
  readonly flow: string;
  readonly mode: ExchangeMode;
  readonly nature: FileNature;
  /** A day for nature S, a month otherwise. */
  readonly period: LocalDate | Month;
  readonly sequence: number;
  readonly emitter: string;
  /** Code of the recipient, in outbound files only. */
  readonly recipient: string | null;
  readonly schema: string;
  /** `majeure.mineure.correctif`. */
  readonly schemaVersion: string;
  readonly software: { readonly name: string; readonly version: string } | null;
  readonly generatedAt: Instant;
  readonly file: ManifestFile;
  readonly totals: ManifestTotals;
  /** Name of the file this one replaces. */
  readonly replaces: string | null;
  readonly confirmations: readonly ManifestConfirmation[];
  readonly signatureKey: string | null;
  readonly signature: string | null;
}

export interface ManifestFile {
  readonly name: string;
  readonly bytes: number;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
  readonly encoding: string;
  readonly separator: string;
}

export interface ManifestTotals {
  /** Data rows, header and blank rows left out. */
  readonly rows: number;
  readonly byType: Readonly<Record<RowType, number>>;
  /** By code of recipient, the empty string when a row has none. */
  readonly byRecipient: Readonly<Record<string, number>>;
  /** Decimal digits; null when the convention asks for none. */
  readonly controlSum: string | null;
}

/** An anomaly of an earlier file that the emitter confirms. */
export interface ManifestConfirmation {
  readonly file: string | null;
  readonly code: string;
}
