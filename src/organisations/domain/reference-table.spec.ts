import fc from 'fast-check';
import {
  applyDifference,
  diffRows,
  isEmptyDifference,
  type ReferenceRow,
} from './reference-table.js';

const values = fc.record({ nom: fc.string(), fin: fc.constantFrom('', '2026-12-31') });
const sets: fc.Arbitrary<ReferenceRow[]> = fc.uniqueArray(
  fc.record({
    key: fc.oneof(fc.constantFrom('A', 'B', 'C', '__proto__', 'constructor'), fc.string()),
    label: fc.constant('x'),
    values,
  }),
  { selector: ({ key }) => key },
);
const sorted = (rows: readonly ReferenceRow[]) => rows.toSorted((a, b) => (a.key < b.key ? -1 : 1));

const row = (key: string, nom: string): ReferenceRow => ({ key, label: nom, values: { nom } });

describe('The differences of two states of a set', () => {
  it('are what is added, changed with its values before and after, and absent', () => {
    const difference = diffRows(
      [row('A', 'Un'), row('B', 'Deux'), row('C', 'Trois')],
      [row('C', 'Trois'), row('B', 'Second'), row('D', 'Quatre')],
    );
    expect(difference).toMatchObject({
      added: [{ key: 'D', changes: [{ field: 'nom', before: null, after: 'Quatre' }] }],
      changed: [{ key: 'B', changes: [{ field: 'nom', before: 'Deux', after: 'Second' }] }],
      absent: [{ key: 'A', label: 'Un' }],
      unchanged: 1,
    });
  });

  it('applied to the first give the second', () => {
    fc.assert(
      fc.property(sets, sets, (current, incoming) => {
        const difference = diffRows(current, incoming);
        expect(applyDifference(current, difference)).toEqual(sorted(incoming));
      }),
    );
  });

  it('are none between a set and itself, in whatever order', () => {
    fc.assert(
      fc.property(sets, (set) => {
        const difference = diffRows(set, set.toReversed());
        expect(isEmptyDifference(difference)).toBe(true);
        expect(difference.unchanged).toBe(set.length);
      }),
    );
  });

  it('count every row once', () => {
    fc.assert(
      fc.property(sets, sets, (current, incoming) => {
        const { added, changed, absent, unchanged } = diffRows(current, incoming);
        expect(added.length + changed.length + unchanged).toBe(incoming.length);
        expect(absent.length + changed.length + unchanged).toBe(current.length);
      }),
    );
  });
});
