import { createReadStream } from 'node:fs';
import { CsvFault } from './csv-fault.js';
import { HighBytes } from './encoding-score.js';
import type { LegacyEncoding } from './encoding-score.js';
import { Utf8Inspector } from './utf8-inspector.js';

export type EncodingName = 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be' | LegacyEncoding;

/** How the bytes of a file are to be read. */
export interface DetectedEncoding {
  readonly encoding: EncodingName;
  /** True when the bytes are not UTF-8 already: `ENCODAGE_CONVERTI`, a warning. */
  readonly isConverted: boolean;
}

const UTF16_NULS = 0.3;

/** Same decision as {@link detectEncoding}, fed chunk by chunk while the file is being received. */
export class EncodingProbe {
  private readonly inspector = new Utf8Inspector();
  private readonly highBytes = new HighBytes();
  private head: number[] = [];

  push(chunk: Uint8Array): void {
    if (this.head.length < 3) this.head.push(...chunk.subarray(0, 3 - this.head.length));
    if (this.utf16() !== undefined) return;
    this.inspector.push(chunk);
    this.highBytes.push(chunk);
  }

  /** @throws CsvFault when the encoding cannot be told, is mixed, or the file holds NULs. */
  result(): DetectedEncoding {
    const utf16 = this.utf16();
    if (utf16) return { encoding: utf16, isConverted: true };
    this.inspector.end();
    const { invalid, french, nul } = this.inspector;
    if (nul.count > 0) throw this.nulFault();
    const hasMark = this.startsWith(0xef, 0xbb, 0xbf);
    if (invalid.count === 0) {
      return { encoding: hasMark ? 'utf-8-bom' : 'utf-8', isConverted: false };
    }
    if (hasMark || french.count > 0) throw this.mixedFault(hasMark);
    const encoding = this.highBytes.verdict();
    if (encoding) return { encoding, isConverted: true };
    const detail = 'L’encodage des caractères ne peut pas être reconnu avec certitude.';
    const { line, byteOffset } = invalid;
    throw new CsvFault('ENCODAGE_INDETERMINE', detail, { line, byteOffset });
  }

  private utf16(): 'utf-16le' | 'utf-16be' | undefined {
    if (this.startsWith(0xff, 0xfe)) return 'utf-16le';
    return this.startsWith(0xfe, 0xff) ? 'utf-16be' : undefined;
  }

  private startsWith(...bytes: number[]): boolean {
    return bytes.every((byte, index) => this.head[index] === byte);
  }

  /** The offending place is the first of the kind that is rarer in the file. */
  private mixedFault(hasMark: boolean): CsvFault {
    const { invalid, french } = this.inspector;
    const { line, byteOffset } = hasMark || invalid.count <= french.count ? invalid : french;
    const detail = 'Le fichier mélange plusieurs encodages.';
    return new CsvFault('ENCODAGE_MIXTE', detail, { line, byteOffset });
  }

  private nulFault(): CsvFault {
    const { nul, nulsByParity, length } = this.inspector;
    const { line, byteOffset } = nul;
    if (Math.max(...nulsByParity) / (length / 2) > UTF16_NULS) {
      const detail = 'Le fichier semble être en UTF-16 sans marque d’ordre des octets.';
      return new CsvFault('ENCODAGE_INDETERMINE', detail, { byteOffset });
    }
    return new CsvFault('OCTET_NUL', 'Le fichier contient un octet nul.', { line, byteOffset });
  }
}

/**
 * Decides the encoding of a whole file in bounded memory (exchange.md 7.b): byte order mark, else strict
 * UTF-8 over all its bytes, else the only single-byte encoding that reads as French with a wide margin.
 * Takes a path or a stream, which is then consumed.
 * @throws CsvFault `ENCODAGE_INDETERMINE`, `ENCODAGE_MIXTE` (with the first offending line and byte) or
 * `OCTET_NUL`.
 */
export async function detectEncoding(
  source: string | AsyncIterable<Uint8Array>,
): Promise<DetectedEncoding> {
  const chunks: AsyncIterable<Uint8Array> =
    typeof source === 'string' ? createReadStream(source) : source;
  const probe = new EncodingProbe();
  for await (const chunk of chunks) probe.push(chunk);
  return probe.result();
}
