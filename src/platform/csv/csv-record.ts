/** Separators a file may use; `;` is the rule, the others are tolerated (exchange.md 6.3, line 44). */
export const SEPARATORS = [';', ',', '\t'] as const;
export type Separator = (typeof SEPARATORS)[number];

/** One record of a CSV file, the header included. */
export interface CsvRecord {
  /** Physical line of its first byte; the header is line 1. */
  readonly line: number;
  /** Offset of its first byte in the bytes that were scanned. */
  readonly byteStart: number;
  /** Offset just after its last byte, line end left out. */
  readonly byteEnd: number;
  /** Values without their quotes, neither trimmed nor normalised. */
  readonly cells: string[];
  /** True when a quoted value holds a line break (`SAUT_LIGNE_DANS_CHAMP`, row level). */
  readonly hasLineBreak: boolean;
}

/** Something seen while reading that stops nothing. */
export interface CsvNotice {
  readonly kind:
    'byte-order-mark' | 'separator-line' | 'mixed-line-ends' | 'blank-rows' | 'trailing-blank-rows';
  /** Code of exchange.md 6; `null` where it gives none. */
  readonly code: 'FINS_DE_LIGNE_MIXTES' | 'blank-row' | null;
  readonly level: 'AVERTISSEMENT' | 'INFORMATION';
  readonly count: number;
  /** The first physical lines concerned, at most 20. */
  readonly lines: readonly number[];
}
