import fc from 'fast-check';
import { rounds } from './rounds.js';

const letters = (word: string): string[] => [...word];

describe('Rounds', () => {
  it('are one when no two rows share a key', () => {
    expect(rounds(['ab', 'cd', 'e'], letters)).toEqual([['ab', 'cd', 'e']]);
    expect(rounds([], letters)).toEqual([]);
  });

  it('part the rows that share one, in their order', () => {
    expect(rounds(['ab', 'bc', 'cd', 'e', 'a'], letters)).toEqual([
      ['ab', 'e'],
      ['bc', 'a'],
      ['cd'],
    ]);
  });

  it('hold every row once, never two with a key in common, never one before those it follows', () => {
    const row = fc.uniqueArray(fc.constantFrom(...'abcdef'), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 20 }), (keys) => {
        const rows = keys.map((own, index) => ({ own, index }));
        const found = rounds(rows, ({ own }) => own);
        expect(found.flat().toSorted((a, b) => a.index - b.index)).toEqual(rows);
        const roundOf = new Map(found.flatMap((some, at) => some.map(({ index }) => [index, at])));
        for (const one of rows) {
          for (const other of rows.slice(one.index + 1)) {
            if (!one.own.some((key) => other.own.includes(key))) continue;
            expect(roundOf.get(one.index)).toBeLessThan(roundOf.get(other.index) ?? -1);
          }
        }
      }),
    );
  });
});
