import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { controlSum } from './control-sum.js';

describe('controlSum', () => {
  it('is zero for no row', () => {
    expect(controlSum([])).toBe('0');
  });

  it('takes fifteen hexadecimal digits of the SHA-256 of a key, modulo 10^15', () => {
    // sha256('abc') = ba7816bf8f01cfea414140de…: the published test vector of the algorithm.
    expect(controlSum(['abc'])).toBe(String(0xba7816bf8f01cfen % 1_000_000_000_000_000n));
  });

  it('adds keys, whatever their order, and counts a doubled one twice', () => {
    const key = fc.string({ unit: 'grapheme', maxLength: 20 });
    fc.assert(
      fc.property(fc.array(key, { maxLength: 20 }), (keys) => {
        const sum = keys
          .map((text) =>
            BigInt(`0x${createHash('sha256').update(text).digest('hex').slice(0, 15)}`),
          )
          .reduce((total, value) => total + value, 0n);
        expect(controlSum(keys)).toBe(String(sum % 10n ** 15n));
        expect(controlSum(keys.toReversed())).toBe(controlSum(keys));
      }),
    );
    expect(controlSum(['a', 'b', 'b'])).not.toBe(controlSum(['a', 'b']));
  });
});
