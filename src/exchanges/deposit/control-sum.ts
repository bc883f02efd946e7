import { createHash } from 'node:crypto';

const HEX_DIGITS = 15;
const MODULUS = 10n ** 15n;

/**
 * Control sum of a file (exchange.md 7.b, contract.md 3): the first 15 hexadecimal digits of the SHA-256
 * of each natural key (values joined by `|`, UTF-8), added modulo 10^15. Independent of order, it catches
 * rows lost or doubled between the emitter's database and the file.
 */
export class ControlSum {
  private sum = 0n;

  add(key: string): void {
    const digest = createHash('sha256').update(key, 'utf8').digest('hex');
    this.sum = (this.sum + BigInt(`0x${digest.slice(0, HEX_DIGITS)}`)) % MODULUS;
  }

  /** Decimal digits without leading zeros. */
  toString(): string {
    return this.sum.toString();
  }
}

/** The control sum of all these natural keys, in decimal digits without leading zeros. */
export function controlSum(keys: Iterable<string>): string {
  const sum = new ControlSum();
  for (const key of keys) sum.add(key);
  return sum.toString();
}
