import { Buffer } from 'node:buffer';
import type { Separator } from './csv-record.js';

export interface CsvStyle {
  /** `;` unless told. */
  readonly separator?: Separator;
  /** A byte order mark in front, for spreadsheets only; none unless told. */
  readonly bom?: boolean;
  /** CRLF unless told. */
  readonly eol?: '\r\n' | '\n';
}

const BLOCK_LENGTH = 64 * 1024;

/** One line of a CSV file, its line end included (RFC 4180: quotes only where they are needed). */
export function csvLine(cells: readonly string[], style: CsvStyle = {}): string {
  const separator = style.separator ?? ';';
  const quoted = cells.map((cell) => (needsQuotes(cell, separator) ? quote(cell) : cell));
  return quoted.join(separator) + (style.eol ?? '\r\n');
}

/**
 * Writes a CSV file in UTF-8, in blocks, for machines: values are never changed. Nothing is escaped for
 * spreadsheets, since no column of the exchange may start with a formula character (exchange.md 0.11).
 */
export async function* writeCsv(
  header: readonly string[],
  rows: Iterable<readonly string[]> | AsyncIterable<readonly string[]>,
  style: CsvStyle = {},
): AsyncGenerator<Buffer> {
  let block = (style.bom ? '\uFEFF' : '') + csvLine(header, style);
  for await (const row of rows) {
    block += csvLine(row, style);
    if (block.length < BLOCK_LENGTH) continue;
    yield Buffer.from(block);
    block = '';
  }
  if (block !== '') yield Buffer.from(block);
}

/** A leading U+FEFF is quoted too: bare, it would be taken for a byte order mark. */
function needsQuotes(cell: string, separator: Separator): boolean {
  return cell.includes(separator) || /["\r\n]|^\uFEFF/.test(cell);
}

function quote(cell: string): string {
  return `"${cell.replaceAll('"', '""')}"`;
}
