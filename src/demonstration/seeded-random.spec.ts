import { namedUuid, SeededIds } from './seeded-ids.js';
import { SeededRandom } from './seeded-random.js';

describe('Chance of the demonstration', () => {
  it('is the same for the same seed and another for another', () => {
    const draws = (seed: string) => {
      const random = new SeededRandom(seed);
      return Array.from({ length: 20 }, () => random.between(0, 999));
    };
    expect(draws('a')).toEqual(draws('a'));
    expect(draws('a')).not.toEqual(draws('b'));
  });

  it('covers its range evenly, both ends included', () => {
    const random = new SeededRandom('dice');
    const counts = new Map<number, number>();
    for (let roll = 0; roll < 6_000; roll += 1) {
      const face = random.between(1, 6);
      counts.set(face, (counts.get(face) ?? 0) + 1);
    }
    expect(new Set(counts.keys())).toEqual(new Set([1, 2, 3, 4, 5, 6]));
    for (const count of counts.values()) expect(Math.abs(count - 1_000)).toBeLessThan(150);
  });

  it('follows the weights', () => {
    const random = new SeededRandom('weights');
    const drawn = Array.from({ length: 4_000 }, () =>
      random.weighted([
        ['often', 3],
        ['rarely', 1],
        ['never', 0],
      ]),
    );
    const often = drawn.filter((one) => one === 'often').length;
    expect(Math.abs(often - 3_000)).toBeLessThan(200);
    expect(drawn).not.toContain('never');
  });
});

describe('Identifiers of the demonstration', () => {
  it('start again with each chapter, so that a start cut short gives the same', () => {
    const ids = new SeededIds();
    ids.open('accounts');
    const first = [ids.uuid(), ids.uuid(), ids.referenceBody()];
    ids.open('clients');
    expect(ids.uuid()).not.toBe(first[0]);
    ids.open('accounts');
    expect([ids.uuid(), ids.uuid(), ids.referenceBody()]).toEqual(first);
  });

  it('have the usual form', () => {
    expect(namedUuid('one')).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
    const ids = new SeededIds();
    expect(ids.referenceBody()).toMatch(/^[0-9A-Z]{8}$/);
  });
});
