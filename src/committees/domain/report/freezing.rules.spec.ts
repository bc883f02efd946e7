import * as fc from 'fast-check';
import { freezingRefusal } from './freezing.rules.js';

const codeOf = (year: number, frozen: readonly number[], owesYearBefore: boolean) =>
  freezingRefusal({ year, frozen, owesYearBefore })?.code ?? null;

describe('Freezing the report of a year', () => {
  it('asks for the year before first, when there is something to freeze of it', () => {
    expect(codeOf(2025, [], true)).toBe('edition-before-not-frozen');
    expect(codeOf(2025, [2023], true)).toBe('edition-before-not-frozen');
    expect(codeOf(2025, [2024], true)).toBeNull();
    expect(freezingRefusal({ year: 2025, frozen: [], owesYearBefore: true })?.message).toBe(
      'Le rapport 2025 montre aussi 2024, dont le rapport n’est pas figé. Figez d’abord le rapport 2024, puis celui-ci.',
    );
  });

  it('lets a first year be frozen, and no year twice', () => {
    expect(codeOf(2025, [], false)).toBeNull();
    expect(codeOf(2025, [2025], false)).toBe('edition-already-frozen');
  });

  it('leaves a year alone that a later edition has published', () => {
    expect(codeOf(2024, [2025], false)).toBe('later-edition-frozen');
  });

  it('never publishes a year by two editions with figures of two days', () => {
    const attempts = fc.array(
      fc.record({ year: fc.integer({ min: 2020, max: 2026 }), isEmpty: fc.boolean() }),
    );
    fc.assert(
      fc.property(attempts, (all) => {
        const frozen: number[] = [];
        const shownBeside: number[] = [];
        for (const { year, isEmpty } of all) {
          if (freezingRefusal({ year, frozen, owesYearBefore: !isEmpty })) continue;
          expect(shownBeside).not.toContain(year);
          // The year before that was frozen is shown as it was frozen: that is no second publication.
          if (!frozen.includes(year - 1)) shownBeside.push(year - 1);
          frozen.push(year);
        }
      }),
    );
  });
});
