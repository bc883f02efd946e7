import { Buffer } from 'node:buffer';
import { CsvFault } from './csv-fault.js';
import type { Separator } from './csv-record.js';

export interface DetectedSeparator {
  readonly separator: Separator;
  /** True for another separator than `;`: `SEPARATEUR_TOLERE`, a warning. */
  readonly isTolerated: boolean;
}

const SEPARATOR_LINE = /^"?sep=.?"?[;,\t]*$/i;

/**
 * Tells the separator from the header (exchange.md 6.3, line 44): `;` is the rule; a comma or a tab is
 * tolerated only when it cuts the header into names that one and the same list knows, exactly.
 * @param head the first bytes of the file in canonical UTF-8, header included
 * @param knownHeaders the column names of each kind of file that may come
 * @throws CsvFault `SEPARATEUR_INCONNU`
 */
export function detectSeparator(
  head: Uint8Array,
  knownHeaders: readonly (readonly string[])[],
): DetectedSeparator {
  const header = headerOf(head);
  const names = (separator: Separator): string[] => header.split(separator).map(unquoted);
  const isKnown = (cells: readonly string[]): boolean =>
    knownHeaders.some((known) => cells.every((cell) => known.includes(cell)));
  if (header.includes(';')) return { separator: ';', isTolerated: false };
  for (const separator of [',', '\t'] as const) {
    if (header.includes(separator) && isKnown(names(separator))) {
      return { separator, isTolerated: true };
    }
  }
  if (isKnown([unquoted(header)])) return { separator: ';', isTolerated: false };
  const detail = 'Le séparateur de colonnes n’est pas le point-virgule.';
  throw new CsvFault('SEPARATEUR_INCONNU', detail, { line: 1 });
}

/** First line with something on it, after a byte order mark and a `sep=` line. */
function headerOf(head: Uint8Array): string {
  const lines = Buffer.from(head)
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/);
  const isHeader = (line: string, index: number): boolean =>
    line.trim() !== '' && !(index === 0 && SEPARATOR_LINE.test(line));
  return lines.find(isHeader) ?? '';
}

function unquoted(cell: string): string {
  return /^"(.*)"$/s.exec(cell)?.[1] ?? cell;
}
