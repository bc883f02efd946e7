import { StringDecoder } from 'node:string_decoder';
import iconv from 'iconv-lite';
import type { EncodingName } from './detect-encoding.js';

const UTF8_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

/** The other way round of `toUtf8`: canonical UTF-8 as bytes of an encoding, to be read by it again. */
export async function* fromUtf8(
  source: AsyncIterable<Uint8Array>,
  encoding: EncodingName,
): AsyncGenerator<Uint8Array> {
  if (encoding === 'utf-8-bom') yield UTF8_MARK;
  if (encoding === 'utf-8' || encoding === 'utf-8-bom') yield* source;
  else yield* encoded(source, encoding);
}

async function* encoded(
  source: AsyncIterable<Uint8Array>,
  encoding: EncodingName,
): AsyncGenerator<Uint8Array> {
  const characters = new StringDecoder('utf8');
  for await (const chunk of source) {
    yield iconv.encode(characters.write(Buffer.from(chunk)), encoding);
  }
}
