/** Where something was first seen. */
export interface FirstSeen {
  count: number;
  line: number;
  byteOffset: number;
}

const never = (): FirstSeen => ({ count: 0, line: 0, byteOffset: 0 });

/**
 * Strict UTF-8 check of a whole stream (no overlong form, no surrogate, nothing above U+10FFFF), byte
 * by byte in constant memory. Beyond yes or no, it counts what tells encodings apart: bytes that are
 * not UTF-8, sequences that are French letters in UTF-8 and nonsense in any other encoding, and NULs.
 */
export class Utf8Inspector {
  readonly invalid = never();
  readonly french = never();
  readonly nul = never();
  /** NULs at even and odd offsets: text in UTF-16 has nearly all of them on one side. */
  readonly nulsByParity: [number, number] = [0, 0];
  length = 0;
  private line = 1;
  private missing = 0;
  private low = 0x80;
  private high = 0xbf;
  private lead = 0;
  private sequenceStart = 0;
  private isFrench = false;

  push(chunk: Uint8Array): void {
    const base = this.length;
    for (let at = 0; at < chunk.length; at++) {
      const byte = chunk[at] ?? 0;
      if (this.missing > 0) this.follow(byte, base + at);
      else if (byte >= 0x80) this.begin(byte, base + at);
      else if (byte === 0x0a) this.line++;
      else if (byte === 0) this.sawNul(base + at);
    }
    this.length += chunk.length;
  }

  /** Ends the stream: a sequence cut at the end is not UTF-8. */
  end(): void {
    if (this.missing > 0) this.see(this.invalid);
    this.missing = 0;
  }

  private begin(byte: number, offset: number): void {
    this.sequenceStart = offset;
    this.lead = byte;
    this.low = byte === 0xe0 ? 0xa0 : byte === 0xf0 ? 0x90 : 0x80;
    this.high = byte === 0xed ? 0x9f : byte === 0xf4 ? 0x8f : 0xbf;
    if (byte >= 0xc2 && byte <= 0xdf) this.missing = 1;
    else if (byte >= 0xe0 && byte <= 0xef) this.missing = 2;
    else if (byte >= 0xf0 && byte <= 0xf4) this.missing = 3;
    else this.see(this.invalid);
  }

  private follow(byte: number, offset: number): void {
    if (byte < this.low || byte > this.high) {
      this.see(this.invalid);
      this.missing = 0;
      if (byte >= 0x80) this.begin(byte, offset);
      else if (byte === 0x0a) this.line++;
      else if (byte === 0) this.sawNul(offset);
      return;
    }
    if (offset === this.sequenceStart + 1) this.isFrench = startsFrench(this.lead, byte);
    this.low = 0x80;
    this.high = 0xbf;
    this.missing--;
    if (this.missing === 0 && this.isFrench) this.see(this.french);
  }

  private sawNul(offset: number): void {
    this.sequenceStart = offset;
    this.see(this.nul);
    this.nulsByParity[offset % 2 === 0 ? 0 : 1]++;
  }

  private see(what: FirstSeen): void {
    if (what.count === 0) {
      what.line = this.line;
      what.byteOffset = this.sequenceStart;
    }
    what.count++;
  }
}

/** À to ÿ, Œ œ Ÿ, ’ “ ” – … €, and « » ° no-break space: as single bytes these pairs are nonsense. */
function startsFrench(lead: number, next: number): boolean {
  if (lead === 0xc3) return true;
  if (lead === 0xc5) return next === 0x92 || next === 0x93 || next === 0xb8;
  if (lead === 0xe2) return next === 0x80 || next === 0x82;
  return lead === 0xc2 && (next === 0xa0 || next === 0xab || next === 0xb0 || next === 0xbb);
}
