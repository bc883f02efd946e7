import fc from 'fast-check';
import { addMonths, parseMonth, type Month } from '../../kernel/index.js';
import { lineRules } from '../flow/line-rules.js';
import { lineStartOf, type ToldBefore } from './outbound-place.js';

const month = (text: string): Month => parseMonth(text)!;
const NOVEMBER = month('2026-11');

function told(over: Partial<ToldBefore> = {}): ToldBefore {
  return { month: month('2026-10'), isUndone: false, isCorrected: false, ...over };
}

const NEWS = { type: 'SITUATION', period: null };

describe('The line that tells a record in a photo', () => {
  it.each([
    ['what was never told', null, NEWS],
    ['what went on', told(), NEWS],
    ['what is corrected', told({ isCorrected: true }), { type: 'CORRECTION', period: '2026-10' }],
    [
      'what is undone',
      told({ isCorrected: true, isUndone: true }),
      { type: 'ANNULATION', period: '2026-10' },
    ],
    ['what its own month told', told({ isCorrected: true, month: NOVEMBER }), NEWS],
    [
      'what was told too long ago for block L',
      told({ isUndone: true, month: month('2023-01') }),
      { type: 'ANNULATION', period: '2024-11' },
    ],
    [
      'what its own month told and is undone',
      told({ isCorrected: true, isUndone: true, month: NOVEMBER }),
      { type: 'ANNULATION', period: '2026-11' },
    ],
    [
      'what a notice told since and is undone',
      told({ isUndone: true, month: month('2026-12') }),
      { type: 'ANNULATION', period: '2026-11' },
    ],
  ])('says of %s what it is', (_case, before, line) => {
    expect(lineStartOf({ nature: 'I', period: NOVEMBER }, before)).toEqual(line);
  });

  it('is an event in a notice, whatever was told', () => {
    const place = { nature: 'S', period: NOVEMBER } as const;
    expect(lineStartOf(place, told({ isUndone: true })).type).toBe('EVENEMENT');
  });

  it('is an annulment of all that is undone, of nothing else, and one that our own door takes', () => {
    const before = fc.option(
      fc.record({
        month: fc.integer({ min: -40, max: 3 }).map((by) => addMonths(NOVEMBER, by)),
        isUndone: fc.boolean(),
        isCorrected: fc.boolean(),
      }),
      { nil: null },
    );
    fc.assert(
      fc.property(fc.constantFrom('I', 'C'), before, (nature, one) => {
        const line = lineStartOf({ nature, period: NOVEMBER }, one);
        expect(line.type === 'ANNULATION').toBe(one?.isUndone === true);
        const file = { nature, period: NOVEMBER, isSlotOpen: true } as const;
        const row = {
          identifiant_ligne: 1,
          type_ligne: line.type,
          periode_rattachement: line.period,
        };
        const broken = lineRules('SOR', file).filter(({ holds }) => !holds(row));
        expect(broken.map(({ id }) => id)).toEqual([]);
      }),
    );
  });
});
