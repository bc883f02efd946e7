import { parseMonth } from '../../../kernel/index.js';
import type { Volunteer } from '../../../volunteers/index.js';
import { monthsToKeep, type MonthsTold } from './months-to-keep.js';

function presence(month: string, isInService = true) {
  return { month: parseMonth(month)!, isInService, isLongAbsent: false };
}

const [OCTOBER, NOVEMBER] = [presence('2026-10'), presence('2026-11')];
const BEFORE = { id: 'service', version: 3 };

function keep(over: Partial<MonthsTold>, months: readonly (typeof OCTOBER)[]) {
  const nothing = { before: BEFORE, monthsBefore: [], changes: [] };
  return monthsToKeep({ ...nothing, folded: { months }, ...over });
}

/** The command that brought the service to its next version. */
function brought(command: 'report-presence' | 'restate', latest: typeof OCTOBER) {
  return [{ command, after: { ...BEFORE, version: 4, presence: latest } as unknown as Volunteer }];
}

describe('The months of a service', () => {
  it('are not written where they stand already, or where the command that told one writes it', () => {
    expect(keep({ monthsBefore: [OCTOBER, NOVEMBER] }, [OCTOBER, NOVEMBER])).toBeNull();
    const changes = brought('report-presence', NOVEMBER);
    expect(keep({ monthsBefore: [OCTOBER], changes }, [OCTOBER, NOVEMBER])).toBeNull();
    expect(keep({ before: null }, [OCTOBER])).toBeNull();
  });

  it('are written for the version that was read, or that the commands made', () => {
    const otherwise = presence('2026-10', false);
    const all = [otherwise, NOVEMBER];
    expect(keep({ monthsBefore: [OCTOBER, NOVEMBER] }, all)).toEqual({ ...BEFORE, months: all });
    expect(keep({ monthsBefore: [OCTOBER, NOVEMBER] }, [NOVEMBER])).toMatchObject({ version: 3 });
    const changes = brought('restate', OCTOBER);
    const kept = keep({ monthsBefore: [OCTOBER, NOVEMBER], changes }, [OCTOBER]);
    expect(kept).toEqual({ id: 'service', version: 4, months: [OCTOBER] });
  });
});
