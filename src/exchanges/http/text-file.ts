import { Readable } from 'node:stream';
import { StreamableFile } from '@nestjs/common';

const BLOCK_LENGTH = 64 * 1024;

/** Sends pieces of text as they come, in blocks; `fileName` when it is to be kept as a file. */
export function textFile(
  pieces: AsyncIterable<string>,
  type: string,
  fileName?: string,
): StreamableFile {
  const disposition = fileName === undefined ? 'inline' : attachment(fileName);
  const content = Readable.from(inBlocks(pieces), { objectMode: false });
  return new StreamableFile(content, { type: `${type}; charset=utf-8`, disposition });
}

async function* inBlocks(pieces: AsyncIterable<string>): AsyncGenerator<Buffer> {
  let block = '';
  for await (const piece of pieces) {
    block += piece;
    if (block.length < BLOCK_LENGTH) continue;
    yield Buffer.from(block);
    block = '';
  }
  if (block !== '') yield Buffer.from(block);
}

/** RFC 6266. Names of exchange are made of letters, digits, `_`, `-` and `.`: nothing to escape. */
function attachment(fileName: string): string {
  return `attachment; filename="${fileName}"; filename*=UTF-8''${fileName}`;
}
