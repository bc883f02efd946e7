import { createHash } from 'node:crypto';
import { Ids } from '../kernel/index.js';

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const BODY_LENGTH = 8;

/** Identifiers that are the same at every start of the demonstration: one sequence per chapter. */
export class SeededIds extends Ids {
  private chapter = '';
  private count = 0;

  /** Starts the sequence of a chapter: a start cut short and done again gives the same. */
  open(chapter: string): void {
    this.chapter = chapter;
    this.count = 0;
  }

  override uuid(): string {
    return namedUuid(`${this.chapter} ${(this.count += 1)}`);
  }

  override referenceBody(): string {
    const digest = createHash('sha256')
      .update(`${this.chapter} ${(this.count += 1)}`)
      .digest();
    return [...digest.subarray(0, BODY_LENGTH)].map((byte) => ALPHABET[byte % 36]).join('');
  }
}

/** The UUID of a name: always the same, in the usual form (version 8, RFC 9562). */
export function namedUuid(name: string): string {
  const digest = createHash('sha256').update(`passerelle demonstration ${name}`).digest();
  digest[6] = ((digest[6] ?? 0) & 0x0f) | 0x80;
  digest[8] = ((digest[8] ?? 0) & 0x3f) | 0x80;
  const hex = digest.subarray(0, 16).toString('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
