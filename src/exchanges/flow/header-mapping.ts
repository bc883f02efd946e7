import type { Flow } from './flow.js';
import { headersOf } from './flow.js';

/** Where the columns of a flow stand in the records of one file. */
export interface HeaderMapping {
  /** Number of cells a record must have: that of the header. */
  readonly width: number;
  /** For each column of the flow, the index of its cell; -1 when the file does not have the column. */
  readonly indexes: readonly number[];
}

/** The mapping and everything a header has to be told, for the door to report (exchange.md 6.3 #51-56). */
export interface HeaderReading {
  readonly mapping: HeaderMapping;
  readonly missingRequired: readonly string[];
  readonly missingOptional: readonly string[];
  /** Labels of no column of the flow, as sent; those of a rejects file sent back are not among them. */
  readonly unknown: readonly string[];
  /** Labels that stand more than once. */
  readonly duplicates: readonly string[];
  /** Columns whose label differs by case, accents or spaces, as declared. */
  readonly misspelt: readonly string[];
  /** True when the known columns are not in the declared order. */
  readonly isReordered: boolean;
}

/** Columns of a rejects file, ignored without a remark when it is sent back (contract.md 3). */
const REJECTS_COLUMNS = ['anomalies', 'valeur_suggeree'];

/** The mapping of a file whose header is exactly the declared one. */
export function declaredMapping(flow: Flow): HeaderMapping {
  return { width: flow.columns.length, indexes: flow.columns.map((_, index) => index) };
}

/** Finds the columns of the flow in the header of a file. */
export function mapHeader(flow: Flow, labels: readonly string[]): HeaderReading {
  const headers = headersOf(flow);
  const sent = labels.map(plainLabel);
  const indexes = headers.map((header) => sent.indexOf(header));
  const missing = flow.columns.filter((_, at) => indexes[at] === -1);
  const found = indexes.filter((index) => index >= 0);
  return {
    mapping: { width: labels.length, indexes },
    missingRequired: missing.filter(({ required }) => required).map(({ header }) => header),
    missingOptional: missing.filter(({ required }) => !required).map(({ header }) => header),
    unknown: labels.filter((_, at) => isUnknown(sent[at] ?? '', headers)),
    duplicates: [...new Set(sent.filter((label, at) => sent.indexOf(label) !== at))],
    misspelt: headers.filter((header, at) => isMisspelt(header, labels[indexes[at] ?? -1])),
    isReordered: found.some((index, at) => at > 0 && index < (found[at - 1] ?? 0)),
  };
}

/** A label as headers are compared: lower case, without accents, words joined by `_`. */
export function plainLabel(label: string): string {
  const bare = label.normalize('NFD').replace(/[\u0300-\u036f\u200b\ufeff]/g, '');
  return bare
    .trim()
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_');
}

function isUnknown(label: string, headers: readonly string[]): boolean {
  return !headers.includes(label) && !REJECTS_COLUMNS.includes(label);
}

function isMisspelt(header: string, label: string | undefined): boolean {
  return label !== undefined && label !== header;
}
