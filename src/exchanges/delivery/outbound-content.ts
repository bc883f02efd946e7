import { createHash } from 'node:crypto';
import { writeCsv } from '../../platform/csv/index.js';
import { headersOf, type Flow } from '../flow/index.js';
import type { OutboundLine } from './outbound-lines.js';

/** The bytes of a file, in blocks, with what its manifest says of them. */
export interface OutboundContent {
  readonly blocks: readonly Uint8Array[];
  readonly bytes: number;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
}

/** Writes the lines as the CSV of a flow (exchange.md 7.a): UTF-8 without a byte order mark, `;`, CRLF. */
export async function outboundContent(
  flow: Flow,
  lines: readonly OutboundLine[],
): Promise<OutboundContent> {
  const blocks: Uint8Array[] = [];
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const block of writeCsv(headersOf(flow), cellsOf(lines))) {
    blocks.push(block);
    hash.update(block);
    bytes += block.length;
  }
  return { blocks, bytes, sha256: hash.digest('hex') };
}

function* cellsOf(lines: readonly OutboundLine[]): Generator<readonly string[]> {
  for (const { cells } of lines) yield cells;
}
