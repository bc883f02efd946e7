import { parseMonth, type Month } from '../../kernel/index.js';
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
  ])('says of %s what it is', (_case, before, line) => {
    expect(lineStartOf({ nature: 'I', period: NOVEMBER }, before)).toEqual(line);
  });

  it('is an event in a notice, whatever was told', () => {
    const place = { nature: 'S', period: NOVEMBER } as const;
    expect(lineStartOf(place, told({ isUndone: true })).type).toBe('EVENEMENT');
  });
});
