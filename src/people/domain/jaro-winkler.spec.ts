import fc from 'fast-check';
import { jaroWinkler } from './jaro-winkler.js';

const key = fc.string({ unit: fc.constantFrom(...'ABEHLNORT'), maxLength: 12 });

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
});
