import iconv from 'iconv-lite';

/** Single-byte encodings a spreadsheet of the field may write (exchange.md 7.b). */
export const LEGACY_ENCODINGS = ['windows-1252', 'macintosh', 'cp850'] as const;
export type LegacyEncoding = (typeof LEGACY_ENCODINGS)[number];

const HIGH_BYTES_SCORED = 100_000;
const PLAUSIBLE = 0.99;
const MARGIN = 3;

const LOWER = new Set('àâäçéèêëîïôöùûüÿæœ');
const UPPER = new Set('ÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŸÆŒ');
/** Typed directly on a French keyboard, hence found in words otherwise in capitals. */
const ON_THE_KEYBOARD = new Set('éèçàù');
const PUNCTUATION = new Set('’‘“”«»…–—€°²®™\u00A0');

const isLetter = (char: string): boolean => /^[\p{Ll}\p{Lu}]$/u.test(char);
const isLower = (char: string): boolean => /^\p{Ll}$/u.test(char);
const isUpper = (char: string): boolean => /^\p{Lu}$/u.test(char);

/** The 256 characters of a single-byte encoding, by byte. */
function charactersOf(encoding: LegacyEncoding): string[] {
  return Array.from({ length: 256 }, (_, byte) => iconv.decode(Buffer.from([byte]), encoding));
}

const CHARACTERS: Record<LegacyEncoding, readonly string[]> = {
  'windows-1252': charactersOf('windows-1252'),
  macintosh: charactersOf('macintosh'),
  cp850: charactersOf('cp850'),
};

/**
 * Gathers the bytes above 0x7F with their two neighbours, from the first 100,000 of them: all that is
 * needed to score the candidates, in constant memory and whatever the chunk borders.
 */
export class HighBytes {
  private readonly seen = new Uint8Array(256);
  private readonly triples = new Map<number, number>();
  private counted = 0;
  private before = 0x0a;
  private current = 0x0a;

  push(chunk: Uint8Array): void {
    for (let at = 0; at < chunk.length; at++) {
      const byte = chunk[at] ?? 0;
      if (this.current >= 0x80) this.count(byte);
      this.before = this.current;
      this.current = byte;
    }
  }

  /** The encoding that reads these bytes as French beyond doubt; nothing when none does. */
  verdict(): LegacyEncoding | undefined {
    if (this.current >= 0x80) this.count(0x0a);
    this.before = this.current = 0x0a;
    const scores = LEGACY_ENCODINGS.map((encoding) => ({ encoding, ...this.score(encoding) }));
    const [best, second] = scores.sort((one, other) => other.score - one.score);
    if (!best || !second || best.score <= 0 || best.plausible < PLAUSIBLE) return undefined;
    return best.score >= MARGIN * second.score ? best.encoding : undefined;
  }

  private count(next: number): void {
    this.seen[this.current] = 1;
    if (this.counted >= HIGH_BYTES_SCORED) return;
    this.counted++;
    const key = (this.before << 16) | (this.current << 8) | next;
    this.triples.set(key, (this.triples.get(key) ?? 0) + 1);
  }

  private score(encoding: LegacyEncoding): { score: number; plausible: number } {
    const characters = CHARACTERS[encoding];
    const charOf = (byte: number): string => characters[byte & 0xff] ?? '';
    if (this.seen.some((flag, byte) => flag === 1 && isUndefined(charOf(byte)))) {
      return { score: -Infinity, plausible: 0 };
    }
    let score = 0;
    let misfits = 0;
    for (const [key, times] of this.triples) {
      const fit = fitness(charOf(key >> 16), charOf(key >> 8), charOf(key));
      score += fit * times;
      if (fit < 0) misfits += times;
    }
    return { score, plausible: 1 - misfits / Math.max(1, this.counted) };
  }
}

function isUndefined(char: string): boolean {
  return char === '\uFFFD' || (char >= '\u0080' && char <= '\u009F');
}

/** 1 when a character is where French writes it, 0 when it may be there, -1 when it makes no sense. */
function fitness(before: string, char: string, after: string): 1 | 0 | -1 {
  const isInWord = isLetter(before) && isLetter(after);
  if (LOWER.has(char) || UPPER.has(char)) return fitsCase(before, char, after) ? 1 : -1;
  if (isLetter(char)) return fitsCase(before, char, after) ? 0 : -1;
  if (char === '’' && isInWord) return 1;
  if (char === '°' && /^[nN]$/.test(before)) return 1;
  return PUNCTUATION.has(char) && !isInWord ? 0 : -1;
}

function fitsCase(before: string, char: string, after: string): boolean {
  if (isLower(char)) {
    return ON_THE_KEYBOARD.has(char) || !isUpper(before) || !isUpper(after);
  }
  if (isLower(before)) return false;
  return !isLower(after) || !isLetter(before);
}
