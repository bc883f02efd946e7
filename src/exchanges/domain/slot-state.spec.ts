import { addMillis, parseMonth, timeZoneOf } from '../../kernel/index.js';
import type { Instant } from '../../kernel/index.js';
import { monthlySlotDates, slotOpening } from './slot-calendar.js';
import { slotState, takenUntil, type RecordedSlotState } from './slot-state.js';

const NOVEMBER = parseMonth('2026-11')!;
const DECEMBER = parseMonth('2026-12')!;
const DATES = monthlySlotDates(NOVEMBER, { territory: 'RE', timeZone: timeZoneOf('RE') });
const justBefore = (instant: Instant): Instant => addMillis(instant, -1);
const at = (state: RecordedSlotState, now: Instant) =>
  slotState({ ...DATES, period: NOVEMBER, state }, now);

describe('The state of a slot', () => {
  it('is to come until it opens, whatever is recorded', () => {
    expect(at('expected', justBefore(DATES.opensAt))).toBe('upcoming');
    expect(at('expected', DATES.opensAt)).toBe('expected');
  });

  it('is expected until its due time, late after it, missing from the next opening on', () => {
    expect(at('expected', DATES.dueAt)).toBe('expected');
    expect(at('expected', addMillis(DATES.dueAt, 1))).toBe('late');
    expect(at('expected', addMillis(DATES.closesAt, 1))).toBe('late');
    expect(at('expected', justBefore(slotOpening(DECEMBER)))).toBe('late');
    expect(at('expected', slotOpening(DECEMBER))).toBe('missing');
  });

  it.each(['received', 'nil'] as const)('shows what is %s until it closes', (state) => {
    expect(at(state, DATES.opensAt)).toBe(state);
    expect(at(state, justBefore(DATES.closesAt))).toBe(state);
    expect(at(state, DATES.closesAt)).toBe('closed');
    expect(at(state, slotOpening(DECEMBER))).toBe('closed');
  });

  it('is exempt at any time once the emitter was exempted', () => {
    for (const now of [justBefore(DATES.opensAt), DATES.dueAt, slotOpening(DECEMBER)]) {
      expect(at('exempt', now)).toBe('exempt');
    }
  });
});

describe('A slot', () => {
  const until = (state: RecordedSlotState) => takenUntil({ ...DATES, period: NOVEMBER, state });

  it('takes no more once what was received can no longer be replaced', () => {
    expect(until('received')).toBe(DATES.closesAt);
    expect(until('nil')).toBe(DATES.closesAt);
  });

  it('takes what is late until the next one opens, also from who was exempted', () => {
    expect(until('expected')).toBe(slotOpening(DECEMBER));
    expect(until('exempt')).toBe(slotOpening(DECEMBER));
  });
});
