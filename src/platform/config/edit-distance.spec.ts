import fc from 'fast-check';
import { editDistance } from './edit-distance.js';

const word = fc.string({ unit: fc.constantFrom('A', 'B', '_'), maxLength: 8 });

describe('the distance between two words', () => {
  it.each([
    ['PORT', 'PORT', 0],
    ['PROT', 'PORT', 1],
    ['PORTS', 'PORT', 1],
    ['HOME', 'HOST', 2],
    ['DATABSE_URL', 'DATABASE_URL', 1],
    ['', 'PORT', 4],
  ])('is known: %s and %s', (from, to, distance) => {
    expect(editDistance(from, to)).toBe(distance);
  });

  it('is zero only for the same word, the same both ways, and at most the longer word', () => {
    fc.assert(
      fc.property(word, word, (one, other) => {
        const distance = editDistance(one, other);
        expect(distance === 0).toBe(one === other);
        expect(editDistance(other, one)).toBe(distance);
        expect(distance).toBeLessThanOrEqual(Math.max(one.length, other.length));
        expect(distance).toBeGreaterThanOrEqual(Math.abs(one.length - other.length));
      }),
    );
  });

  it('is one after one mistake', () => {
    fc.assert(
      fc.property(word, fc.nat(), (one, position) => {
        const index = position % (one.length + 1);
        const longer = `${one.slice(0, index)}X${one.slice(index)}`;
        expect(editDistance(one, longer)).toBe(1);
      }),
    );
  });
});
