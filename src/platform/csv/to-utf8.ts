import iconv from 'iconv-lite';
import type { EncodingName } from './detect-encoding.js';

const UTF8_MARK_LENGTH = 3;

/**
 * Turns the bytes of a file into canonical UTF-8 without byte order mark. The standard TextDecoder is
 * not used: on Node 20 it reads windows-1252 as Latin-1 and destroys Œ, ’ and € (exchange.md 1.2).
 */
export async function* toUtf8(
  source: AsyncIterable<Uint8Array>,
  encoding: EncodingName,
): AsyncGenerator<Uint8Array> {
  if (encoding === 'utf-8') yield* source;
  else if (encoding === 'utf-8-bom') yield* withoutMark(source);
  else yield* decoded(source, encoding);
}

async function* withoutMark(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let skipped = 0;
  for await (const chunk of source) {
    const skip = Math.min(UTF8_MARK_LENGTH - skipped, chunk.length);
    skipped += skip;
    if (skip < chunk.length) yield chunk.subarray(skip);
  }
}

async function* decoded(
  source: AsyncIterable<Uint8Array>,
  encoding: EncodingName,
): AsyncGenerator<Uint8Array> {
  const decoder = iconv.getDecoder(encoding);
  let half = '';
  for await (const chunk of source) {
    const text = half + decoder.write(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length));
    // The two halves of a pair must be encoded together, or both would be lost.
    half = /[\uD800-\uDBFF]$/.exec(text)?.[0] ?? '';
    if (text.length > half.length) yield Buffer.from(text.slice(0, text.length - half.length));
  }
  const rest = half + (decoder.end() ?? '');
  if (rest !== '') yield Buffer.from(rest);
}
