import { parseInstant, parseMonth } from '../../../kernel/index.js';
import type { Instant, Month } from '../../../kernel/index.js';
import { dueActs, type CalendarFacts } from './due-acts.js';
import { openingKey, photosKey } from './service-acts.js';

const OPERATOR = 'national';
const RULES = { hasReminders: true, deliversAtOnce: false };

const month = (text: string): Month => {
  const read = parseMonth(text);
  if (!read) throw new Error(text);
  return read;
};
const at = (text: string): Instant => {
  const instant = parseInstant(text);
  if (!instant) throw new Error(text);
  return instant;
};

const NOTHING: CalendarFacts = {
  startedAt: at('2026-09-20T00:00:00Z'),
  operatorId: OPERATOR,
  places: new Map(),
  months: [],
  slots: [],
  files: [],
  gaps: [],
  lateFiles: [],
  openReports: [],
  lastDepositAt: null,
  isDone: () => false,
  isIssued: () => false,
};

describe('The months', () => {
  const recipients = ['A', 'B'].map((recipientId) => ({ recipientId, flow: 'SUI' }));
  const months = ['2026-08', '2026-09', '2026-10'].map((text) => ({
    period: month(text),
    owed: [],
    recipients,
  }));
  const decide = (
    now: string,
    done: readonly string[] = [],
    lastDepositAt: Instant | null = null,
  ) => {
    const isDone = (id: string, key: string) => done.includes(`${id} ${key}`);
    return dueActs(at(now), { ...NOTHING, months, isDone, lastDepositAt }, RULES);
  };
  const opened = months.map(({ period }) => `${OPERATOR} ${openingKey(period)}`);

  it('give each recipient its oldest photo first, and none of before the service', () => {
    const acts = decide('2026-11-12T00:00:00Z', [...opened, 'A PHOTO:2026-09:SUI']);
    const orders = acts.flatMap((act) =>
      act.kind === 'deliver' ? [`${act.recipientId} ${act.period}`] : [],
    );
    expect(orders).toEqual(['B 2026-09', 'A 2026-10']);
  });

  it('end their photos once everybody has one', () => {
    const done = ['A', 'B'].flatMap((id) => [`${id} PHOTO:2026-09:SUI`, `${id} PHOTO:2026-10:SUI`]);
    const acts = decide('2026-11-12T00:00:00Z', [...opened, ...done]);
    const ends = acts.flatMap((act) => (act.kind === 'end-deliveries' ? [act.key] : []));
    expect(ends).toEqual([photosKey(month('2026-09')), photosKey(month('2026-10'))]);
  });

  it('raise the alarm at noon of day 3 when nothing came from anybody, only then', () => {
    const silent = (now: string, lastDepositAt: Instant | null) =>
      decide(now, opened, lastDepositAt).filter(
        (act) => act.kind === 'issue-notice' && act.notice.kind === 'AUCUN_DEPOT',
      ).length;
    expect(silent('2026-11-03T11:59:00Z', null)).toBe(0);
    expect(silent('2026-11-03T12:00:00Z', null)).toBe(1);
    expect(silent('2026-11-03T12:00:00Z', at('2026-10-31T23:00:00Z'))).toBe(1);
    expect(silent('2026-11-03T12:00:00Z', at('2026-11-02T08:00:00Z'))).toBe(0);
  });

  it('come in the order of their moments', () => {
    const moments = decide('2026-11-12T00:00:00Z').map((act) => act.at);
    expect(moments).toEqual(moments.toSorted());
  });
});
