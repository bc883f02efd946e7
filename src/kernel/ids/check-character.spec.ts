import fc from 'fast-check';
import { checkCharacter } from './check-character.js';

const ALPHABET = [...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const character = fc.constantFrom(...ALPHABET);
const body = fc.string({ unit: character, minLength: 12, maxLength: 16 });

function isIntact(text: string): boolean {
  return checkCharacter(text.slice(0, -1)) === text.slice(-1);
}

function withCheck(text: string): string {
  return text + checkCharacter(text);
}

function swapped(text: string, at: number): string {
  return text.slice(0, at) + text.charAt(at + 1) + text.charAt(at) + text.slice(at + 2);
}

/** Distance of two characters on the ring of the 36 ones. */
function ringDistance(one: string, other: string): number {
  const gap = Math.abs(ALPHABET.indexOf(one) - ALPHABET.indexOf(other));
  return Math.min(gap, ALPHABET.length - gap);
}

describe('checkCharacter', () => {
  it('gives the character of the contract', () => {
    expect(checkCharacter('20260A1B2C3D')).toBe('G');
  });

  it('gives the check character of the example of the standard', () => {
    expect(checkCharacter('A12425GABC1234002')).toBe('M');
  });

  it.each(['', 'ab', '2026-0A1B', 'É'])('refuses %j', (text) => {
    expect(() => checkCharacter(text)).toThrow(RangeError);
  });

  it('finds every single wrong character, the check character included', () => {
    fc.assert(
      fc.property(body, fc.nat(), character, (text, position, wrong) => {
        const right = withCheck(text);
        const at = position % right.length;
        fc.pre(right.charAt(at) !== wrong);

        expect(isIntact(right.slice(0, at) + wrong + right.slice(at + 1))).toBe(false);
      }),
    );
  });

  it('finds every swap of neighbours that do not follow each other in the alphabet', () => {
    fc.assert(
      fc.property(body, fc.nat(), (text, position) => {
        const right = withCheck(text);
        const at = position % (right.length - 1);
        fc.pre(ringDistance(right.charAt(at), right.charAt(at + 1)) > 1);

        expect(isIntact(swapped(right, at))).toBe(false);
      }),
    );
  });

  it('misses the swap of two characters in a row of the alphabet in one state of the sum of 36', () => {
    // Every first character leads to another state of the sum.
    for (const [index, low] of ALPHABET.entries()) {
      const high = ALPHABET[(index + 1) % ALPHABET.length] ?? '';
      const missed = ALPHABET.filter((first) =>
        isIntact(swapped(withCheck(`${first}${low}${high}`), 1)),
      );

      expect(missed).toHaveLength(1);
    }
  });
});
