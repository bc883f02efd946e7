import fc from 'fast-check';
import { addMillis, parseMonth, timeZoneOf, type TerritoryCode } from '../../../kernel/index.js';
import { monthlySlotDates, slotOpening } from '../slot-calendar.js';
import type { RecordedSlotState } from '../slot-state.js';
import {
  UNIT_MONTH_STATES,
  unitMonth,
  type FlowOfMonth,
  type LastFile,
  type UnitMonthState,
} from './unit-month.js';

const OCTOBER = parseMonth('2026-10')!;
const NOVEMBER = parseMonth('2026-11')!;
const datesIn = (territory: TerritoryCode) =>
  monthlySlotDates(OCTOBER, { territory, timeZone: timeZoneOf(territory) });
const DATES = datesIn('RE');
const INTEGRATED: LastFile = { state: 'applied', nature: 'I', reportCode: 0, rejected: 0 };

function flow(state: RecordedSlotState, last: Partial<LastFile> | null = null): FlowOfMonth {
  return {
    slot: { ...DATES, period: OCTOBER, state },
    last: last && { ...INTEGRATED, ...last },
  };
}
const NOT_OWED: FlowOfMonth = { slot: null, last: null };
const stateOf = (one: FlowOfMonth, now = DATES.dueAt) => unitMonth([one], now).state;

describe('The month of a unit', () => {
  it('is to come, then expected, late and missing as time passes', () => {
    const moments = [
      addMillis(DATES.opensAt, -1),
      DATES.opensAt,
      DATES.dueAt,
      addMillis(DATES.dueAt, 1),
      slotOpening(NOVEMBER),
    ];
    expect(moments.map((now) => stateOf(flow('expected'), now))).toEqual([
      'upcoming',
      'expected',
      'expected',
      'late',
      'missing',
    ]);
  });

  it('is late by the clock and the days off of the unit', () => {
    const polynesia = datesIn('PF');
    const there = {
      slot: { ...polynesia, period: OCTOBER, state: 'expected' },
      last: null,
    } as const;
    const now = addMillis(DATES.dueAt, 1);

    expect(stateOf(flow('expected'), now)).toBe('late');
    expect(stateOf(there, now)).toBe('expected');
    expect(stateOf(there, addMillis(polynesia.dueAt, 1))).toBe('late');
  });

  it.each<[string, FlowOfMonth, UnitMonthState]>([
    ['nothing to say', flow('nil'), 'integrated'],
    ['a photo taken whole', flow('received', {}), 'integrated'],
    ['remarks on some lines', flow('received', { reportCode: 1 }), 'integrated'],
    ['lines refused', flow('received', { reportCode: 2, rejected: 3 }), 'partly'],
    ['a complement not taken', flow('received', { state: 'rejected', nature: 'C' }), 'partly'],
    ['a complement being read', flow('received', { state: 'registered' }), 'received'],
    ['a complement to confirm', flow('received', { state: 'held' }), 'received'],
    ['a photo being read', flow('expected', { state: 'registered' }), 'received'],
    ['an incident of ours', flow('expected', { state: 'internal-error' }), 'received'],
    ['a photo to confirm', flow('expected', { state: 'held' }), 'expected'],
    ['a photo not taken', flow('expected', { state: 'rejected' }), 'expected'],
    ['an annulation', flow('expected', { nature: 'A' }), 'expected'],
    ['an exemption', flow('exempt'), 'none'],
    ['nothing owed', NOT_OWED, 'none'],
  ])('after %s says where it stands', (_what, one, expected) => {
    expect(stateOf(one)).toBe(expected);
  });

  it('says first what asks most, of how many files, and how many lines were refused', () => {
    const flows = [
      flow('received', { reportCode: 2, rejected: 3 }),
      flow('expected'),
      flow('expected'),
      flow('nil'),
      NOT_OWED,
    ];
    expect(unitMonth(flows, addMillis(DATES.dueAt, 1))).toEqual({
      state: 'late',
      concerned: 2,
      owed: 4,
      rejected: 3,
    });
  });

  it('counts no line of what was annulled', () => {
    expect(unitMonth([flow('expected', { nature: 'A', rejected: 4 })], DATES.dueAt).rejected).toBe(
      0,
    );
  });

  it('is none without a flow', () => {
    expect(unitMonth([], DATES.dueAt).state).toBe('none');
  });

  it('does not depend on the order of the flows and is never better than one of them', () => {
    const anyFlow = fc
      .record({
        slot: fc.constantFrom<RecordedSlotState>('expected', 'received', 'nil', 'exempt'),
        file: fc.constantFrom<LastFile['state']>('registered', 'held', 'applied', 'rejected'),
        rejected: fc.nat(9),
      })
      .map(({ slot, file, rejected }) => flow(slot, { state: file, rejected }));
    fc.assert(
      fc.property(
        fc.array(anyFlow, { minLength: 1 }),
        fc.integer({ min: -9, max: 60 }),
        (all, days) => {
          const now = addMillis(DATES.opensAt, days * 86_400_000);
          const found = unitMonth(all, now);
          const rank = (state: UnitMonthState) => UNIT_MONTH_STATES.indexOf(state);
          expect(unitMonth(all.toReversed(), now)).toEqual(found);
          expect(found.concerned).toBeLessThanOrEqual(all.length);
          for (const one of all)
            expect(rank(found.state)).toBeLessThanOrEqual(rank(stateOf(one, now)));
        },
      ),
    );
  });
});
