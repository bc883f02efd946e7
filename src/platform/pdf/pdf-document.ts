import type { Instant } from '../../kernel/index.js';

/** A document on A4 paper, in French, made of blocks one under the other. */
export interface PdfDocument {
  readonly title: string;
  readonly author: string;
  readonly createdAt: Instant;
  /** At the foot of each page, before its number. */
  readonly foot: string;
  readonly blocks: readonly PdfBlock[];
}

export type PdfBlock =
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | ({ readonly kind: 'table' } & PdfTable);

/** A table; the first column names the row. */
export interface PdfTable {
  readonly caption: string;
  readonly columns: readonly PdfColumn[];
  readonly rows: readonly (readonly PdfCell[])[];
}

export interface PdfColumn {
  readonly label: string;
  /** Share of the width of the page, among those of the others. */
  readonly share: number;
  readonly isNumber?: boolean;
}

/** What a cell says. A bar says the same as a number beside it, which readers of screens read. */
export interface PdfCell {
  readonly text: string;
  readonly under?: string;
  /** Length of a bar instead of words, from 0 to 100; null leaves the cell empty. */
  readonly bar?: number | null;
}
