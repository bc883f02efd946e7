import fc from 'fast-check';
import { planCoverage } from './coverage-plan.js';

const pair = fc.record({
  communeCode: fc.constantFrom('97411', '97418', '97420'),
  missionLocaleCode: fc.constantFrom('97410S00', '97411S00'),
});
const keyOf = ({
  communeCode,
  missionLocaleCode,
}: {
  communeCode: string;
  missionLocaleCode: string;
}) => `${communeCode} ${missionLocaleCode}`;
const pairs = fc.uniqueArray(pair, { selector: keyOf });

describe('plan of a new coverage', () => {
  it('leads from the one to the other, and never touches what stays', () => {
    fc.assert(
      fc.property(pairs, pairs, (current, incoming) => {
        const { closing, opening } = planCoverage(current, incoming);
        const closed = new Set(closing.map(keyOf));
        const after = [...current.filter((one) => !closed.has(keyOf(one))), ...opening];
        expect(after.map(keyOf).toSorted()).toEqual(incoming.map(keyOf).toSorted());
        const wanted = new Set(incoming.map(keyOf));
        expect(closing.filter((one) => wanted.has(keyOf(one)))).toEqual([]);
      }),
    );
  });
});
