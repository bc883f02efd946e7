/** What strict JSON can hold; objects have no prototype. */
export type StrictJson = string | number | boolean | null | StrictJson[] | StrictObject;
export interface StrictObject {
  [key: string]: StrictJson;
}

export type JsonRefusal =
  | { readonly reason: 'syntax' | 'depth'; readonly position: number }
  | { readonly reason: 'duplicate-key' | 'forbidden-key'; readonly key: string };

export type JsonReading =
  | { readonly ok: true; readonly value: StrictJson }
  | { readonly ok: false; readonly refusal: JsonRefusal };

const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype']);
const SPACES = /[ \t\r\n]*/y;
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /true|false|null/y;
const WORDS: Readonly<Record<string, StrictJson>> = { true: true, false: false, null: null };

class Refused extends Error {
  constructor(readonly refusal: JsonRefusal) {
    super(refusal.reason);
  }
}

/**
 * Reads JSON as RFC 8259 writes it and nothing more: no duplicate key, no key that could reach a
 * prototype, no nesting beyond `maxDepth`, no number too great to be one. JSON.parse accepts the first
 * three silently (exchange.md 6.4, line 74).
 */
export function parseStrictJson(text: string, maxDepth: number): JsonReading {
  try {
    return { ok: true, value: new Parser(text, maxDepth).document() };
  } catch (error) {
    if (error instanceof Refused) return { ok: false, refusal: error.refusal };
    throw error;
  }
}

class Parser {
  private at = 0;

  constructor(
    private readonly text: string,
    private readonly maxDepth: number,
  ) {}

  document(): StrictJson {
    const value = this.value(1);
    this.match(SPACES);
    if (this.at < this.text.length) throw this.refused('syntax');
    return value;
  }

  private value(depth: number): StrictJson {
    this.match(SPACES);
    const first = this.text[this.at];
    if (first === '{' || first === '[') {
      if (depth > this.maxDepth) throw this.refused('depth');
      return first === '{' ? this.object(depth) : this.array(depth);
    }
    if (first === '"') return this.string();
    const word = this.match(WORD);
    return word === undefined ? this.number() : (WORDS[word] ?? null);
  }

  private object(depth: number): StrictObject {
    const object: StrictObject = Object.create(null);
    this.items('}', () => {
      const key = this.string();
      if (FORBIDDEN_KEYS.has(key)) throw new Refused({ reason: 'forbidden-key', key });
      if (key in object) throw new Refused({ reason: 'duplicate-key', key });
      this.match(SPACES);
      if (!this.take(':')) throw this.refused('syntax');
      object[key] = this.value(depth + 1);
    });
    return object;
  }

  private array(depth: number): StrictJson[] {
    const values: StrictJson[] = [];
    this.items(']', () => values.push(this.value(depth + 1)));
    return values;
  }

  /** Reads items separated by commas, from an opening bracket to its closing one. */
  private items(closing: string, item: () => void): void {
    this.at++;
    this.match(SPACES);
    if (this.take(closing)) return;
    for (;;) {
      this.match(SPACES);
      item();
      this.match(SPACES);
      if (this.take(closing)) return;
      if (!this.take(',')) throw this.refused('syntax');
    }
  }

  private string(): string {
    const token = this.match(STRING);
    const value: unknown = token === undefined ? undefined : JSON.parse(token);
    if (typeof value !== 'string') throw this.refused('syntax');
    return value;
  }

  private number(): number {
    const token = this.match(NUMBER);
    const value = Number(token);
    if (token === undefined || !Number.isFinite(value)) throw this.refused('syntax');
    return value;
  }

  private take(char: string): boolean {
    if (this.text[this.at] !== char) return false;
    this.at++;
    return true;
  }

  private match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0];
    this.at += found?.length ?? 0;
    return found;
  }

  private refused(reason: 'syntax' | 'depth'): Refused {
    return new Refused({ reason, position: this.at + 1 });
  }
}
