import type { Month } from '../../kernel/index.js';
import {
  byMonthOrder,
  dayOfMonthView,
  isInView,
  isOfMonth,
  MONTH_VIEWS,
  readContract,
} from './month-view.rules.js';
import { contract, day, service } from './support/contracts.js';

const month = (text: string) => text as Month;
const BORN = '2005-03-11';

describe('The list of a month', () => {
  it('is read on its last day once it is over, and today while it runs', () => {
    const today = day('2026-11-28');
    expect(dayOfMonthView(month('2026-11'), today)).toBe('2026-11-28');
    expect(dayOfMonthView(month('2026-10'), today)).toBe('2026-10-31');
    expect(dayOfMonthView(month('2024-02'), today)).toBe('2024-02-29');
  });

  it('holds whoever had a contract in that month, up to its last day', () => {
    const ended = contract({ end: { endedOn: day('2027-02-01'), reason: 'INSERTION' } });
    const isThere = (of: string) => {
      const on = dayOfMonthView(month(of), day('2028-01-01'));
      return isOfMonth(readContract(ended, [], BORN, on), month(of));
    };
    expect(['2026-08', '2026-09', '2027-02', '2027-03'].map(isThere)).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it('puts whoever is near a limit first, then who has the fewest days left', () => {
    const on = day('2027-08-20');
    const read = (id: string, startsOn: string, plannedEndOn: string) =>
      readContract(
        contract({ id, startsOn: day(startsOn), plannedEndOn: day(plannedEndOn) }),
        [],
        BORN,
        on,
      );
    const all = [
      read('far', '2027-05-01', '2028-03-31'),
      read('less', '2027-03-01', '2028-01-31'),
      read('past', '2026-09-01', '2027-07-31'),
      read('near', '2026-09-01', '2027-08-31'),
    ];
    expect(all.toSorted(byMonthOrder).map(({ contract: { id } }) => id)).toEqual([
      'past',
      'near',
      'less',
      'far',
    ]);
  });

  it('counts everyone once among those who serve and those who left', () => {
    const on = day('2026-12-01');
    const serving = readContract(contract(), [service()], BORN, on);
    const left = readContract(contract(), [service({ exitedOn: day('2026-11-20') })], BORN, on);
    const inViews = (one: typeof serving) => MONTH_VIEWS.filter((view) => isInView(one, view));
    expect(inViews(serving)).toEqual(['serving', 'all']);
    expect(inViews(left)).toEqual(['to-watch', 'left', 'all']);
  });
});
