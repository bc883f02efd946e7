import fc from 'fast-check';
import { areSimilar, jaroWinkler } from './jaro-winkler.js';

const key = fc.string({ unit: fc.constantFrom(...'ABEHLNORT'), maxLength: 12 });

const letters = fc.string({
  unit: fc.constantFrom(...'AABEELNR', '\u{1D4D0}', 'ϴ'),
  maxLength: 12,
});

/** The measure as its authors tell it, without any short cut. */
function asWritten(one: string, other: string): number {
  if (one === other) return 1;
  const [first, second] = [[...one], [...other]].toSorted(
    (a, b) => a.length - b.length || (a.join('') < b.join('') ? -1 : 1),
  );
  if (!first || !second) throw new Error('two words');
  const reach = Math.max(Math.floor(second.length / 2) - 1, 0);
  const taken: number[] = [];
  for (const [index, letter] of first.entries()) {
    const at = second.findIndex(
      (rival, place) =>
        rival === letter && Math.abs(place - index) <= reach && !taken.includes(place),
    );
    if (at >= 0) taken.push(at);
  }
  const matches = taken.length;
  if (matches === 0) return 0;
  const inOrder = taken.toSorted((a, b) => a - b);
  const misplaced = taken.filter((at, index) => second[at] !== second[inOrder[index] ?? -1]).length;
  const jaro =
    (matches / first.length + matches / second.length + (matches - misplaced / 2) / matches) / 3;
  const differs = first.findIndex((letter, index) => letter !== second[index]);
  return jaro + Math.min(differs < 0 ? first.length : differs, 4) * 0.1 * (1 - jaro);
}

describe('Jaro-Winkler similarity', () => {
  it.each([
    ['MARTHA', 'MARHTA', 0.961],
    ['DWAYNE', 'DUANE', 0.84],
    ['DIXON', 'DICKSONX', 0.813],
    ['PAYET', 'PAYER', 0.92],
    ['ABC', 'XYZ', 0],
    ['', 'ABC', 0],
  ])('measures %s against %s', (one, other, expected) => {
    expect(jaroWinkler(one, other)).toBeCloseTo(expected, 3);
  });

  it('is symmetric, between 0 and 1, and 1 only on equality', () => {
    fc.assert(
      fc.property(key, key, (one, other) => {
        const similarity = jaroWinkler(one, other);
        expect(similarity).toBe(jaroWinkler(other, one));
        expect(similarity).toBeGreaterThanOrEqual(0);
        expect(similarity).toBeLessThanOrEqual(1);
        expect(similarity === 1).toBe(one === other);
      }),
    );
  });

  it('is what its authors wrote, to the last bit', () => {
    fc.assert(
      fc.property(letters, letters, (one, other) => {
        expect(jaroWinkler(one, other)).toBe(asWritten(one, other));
      }),
    );
  });

  it('is told to reach a threshold exactly when it does', () => {
    fc.assert(
      fc.property(letters, letters, fc.constantFrom(0, 0.5, 0.8, 0.92, 1), (one, other, least) => {
        expect(areSimilar(one, other, least)).toBe(jaroWinkler(one, other) >= least);
      }),
    );
  });
});
