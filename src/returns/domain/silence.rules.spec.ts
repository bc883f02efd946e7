import fc from 'fast-check';
import { addDays, localDate } from '../../kernel/index.js';
import { FIGURE_FLOOR, silenceFigure } from './silence.rules.js';

const TODAY = localDate(2026, 11, 23);
const late = (count: number, days: number) => ({ count, oldestDueOn: addDays(TODAY, -days) });

describe('What a regional association is told', () => {
  it('is nothing while no return climbed', () => {
    expect(silenceFigure({ count: 0, oldestDueOn: null }, TODAY)).toBeNull();
  });

  it.each([
    [1, 9, null, 'under-a-month'],
    [10, 29, null, 'under-a-month'],
    [11, 30, 11, 'under-three-months'],
    [11, 89, 11, 'under-three-months'],
    [250, 90, 250, 'longer'],
  ])('of %s returns, the oldest late by %s days', (count, days, returns, age) => {
    expect(silenceFigure(late(count, days), TODAY)).toEqual({ returns, age });
  });

  it('is the same whoever of few is added or left out', () => {
    const few = fc.integer({ min: 1, max: FIGURE_FLOOR - 1 });
    fc.assert(
      fc.property(few, few, (one, other) => {
        expect(silenceFigure(late(one, 12), TODAY)).toEqual(silenceFigure(late(other, 12), TODAY));
      }),
    );
  });
});
