import { collectionDates, photoAt } from '../../src/exchanges/domain/calendar/calendar-dates.js';
import { FLOWS } from '../../src/exchanges/flows/index.js';
import { monthlySlotDates, slotOpening } from '../../src/exchanges/domain/slot-calendar.js';
import {
  addDays,
  addMillis,
  addMonths,
  addWorkingDays,
  epochMillis,
  instantAt,
  localDateIn,
  parseMonth,
  toInstant,
  type Instant,
  type Month,
} from '../../src/kernel/index.js';
import type { Organisation } from '../../src/organisations/index.js';
import { CalendarYear, PAIRS, seeded } from './support/calendar-year.js';
import { at } from './support/exchange-app.js';

// A year and a bit on a moved clock: a leap year, two ends of year, every holiday of five territories,
// processes away for days, several at once, a clock that is put back. Every act once, at its moment or
// at the first round after it, none before, none lost (REL-19, REL-22, REL-27).

/** Every flow of every emitter is followed: a busy machine takes its time. */
const NO_LIMIT = 2 ** 31 - 1;
const HOUR = 3_600_000;
const START = at('2027-12-20T08:00:00Z');
const END = at('2029-01-06T00:00:00Z');
const FIRST = month('2027-12');
const MONTHS = Array.from({ length: 13 }, (_, index) => addMonths(FIRST, index));
const PAIRS_OF_THE_YEAR = [...PAIRS, ['75101S00', 'SMV-BREST']] as const;

function month(text: string): Month {
  const read = parseMonth(text);
  if (!read) throw new Error(text);
  return read;
}

let year: CalendarYear;
let emitters: Organisation[];
let plan: ReturnType<typeof arrivalPlan>;
/** The moments at which a round took place, in their order. */
const rounds: Instant[] = [];
/** When the photo of an emitter and month came, and its file. */
const arrivals = new Map<string, { at: Instant; fileId: string }>();

/** What an emitter sends in this year; of its other flows nothing ever comes. */
const SENT = `flow in ('ORI', 'SUI')`;
const flowOf = ({ kind }: Organisation) => (kind === 'unit' ? 'SUI' : 'ORI');
type OpenedSlot = Record<'code' | 'flow' | 'period', string> & Record<'due_at' | 'closes_at', Date>;

/** Everything that an emitter owes for a month. */
function owedBy({ code, kind }: Organisation): string[] {
  return FLOWS.filter(({ from }) => from === kind).map((flow) => `${code} ${flow.code}`);
}

const random = seeded(20_271_220);

/** The first round at or after a moment, and before another one. */
function firstRound(from: Instant, until: Instant | null = null): Instant | null {
  const found = rounds.find((now) => now >= from && (until === null || now < until));
  return found ?? null;
}

beforeAll(async () => {
  year = await CalendarYear.start(3);
  year.clock.set(START);
  const mainland = await year.database.owner.query<{ code: string }>(
    `select code from app.organisation where kind = 'mission-locale' and territory = 'HEXAGONE'
     order by code limit 1`,
  );
  const pairs = PAIRS_OF_THE_YEAR.map(
    ([ml, unit]) => [ml === '75101S00' ? (mainland.rows[0]?.code ?? ml) : ml, unit] as const,
  );
  await year.keepOnly(pairs);
  year.clock.set(addMillis(START, HOUR));
  emitters = await year.emitters();
  plan = arrivalPlan();
});

afterAll(() => year?.close());

let now = epochMillis(START) + HOUR;

/** Rounds up to a moment, hours or days apart. */
async function live(until: Instant): Promise<void> {
  while (now < epochMillis(until)) {
    const present = toInstant(new Date(now));
    await arrive(present);
    year.clock.set(present);
    await year.round(1 + random(3));
    rounds.push(present);
    // Now and then nobody is there for days; now and then the clock is put back an hour.
    const dice = random(20);
    if (dice === 0) now += (48 + random(160)) * HOUR;
    else if (dice === 1) now -= HOUR;
    else now += (1 + random(36)) * HOUR;
  }
}

/** For each emitter and month: in time, late, at the last moment, or never. */
function arrivalPlan(): { emitter: Organisation; period: Month; at: Instant }[] {
  return emitters.flatMap((emitter) =>
    MONTHS.flatMap((period) => {
      const { opensAt, dueAt, closesAt } = monthlySlotDates(period, emitter);
      const moments = [
        addMillis(opensAt, 20 * HOUR),
        addMillis(dueAt, HOUR),
        addMillis(closesAt, -1),
      ];
      const moment = moments[random(5)];
      return moment ? [{ emitter, period, at: moment }] : [];
    }),
  );
}

/** What came while we were away, each at its own moment. */
async function arrive(present: Instant): Promise<void> {
  for (const { emitter, period, at: moment } of plan) {
    const key = `${emitter.code} ${period}`;
    if (moment > present || arrivals.has(key)) continue;
    year.clock.set(moment);
    const fileId = await year.receive(emitter, flowOf(emitter), period);
    arrivals.set(key, { at: moment, fileId });
  }
}

async function rowsOf<T extends object>(sql: string): Promise<T[]> {
  const { rows } = await year.database.owner.query<T & { at?: Date }>(sql);
  return rows;
}

const instantOf = (date: Date): Instant => toInstant(date);

describe('A year of the calendar', () => {
  it.each(MONTHS.slice(0, -1))(
    'lives through the month after %s',
    async (period) => {
      const until = slotOpening(addMonths(period, 2));
      await live(until < END ? until : END);
      expect(rounds.at(-1)! < END).toBe(true);
    },
    NO_LIMIT,
  );

  it(
    'lives to its end',
    async () => {
      await live(END);
      expect(now >= epochMillis(END)).toBe(true);
    },
    NO_LIMIT,
  );

  it('had rounds, outages and a clock put back, or it proves nothing', () => {
    const gaps = rounds
      .slice(1)
      .map((now, index) => epochMillis(now) - epochMillis(rounds[index]!));
    expect(rounds.length).toBeGreaterThan(300);
    expect(gaps.filter((gap) => gap < 0).length).toBeGreaterThan(5);
    expect(gaps.filter((gap) => gap > 48 * HOUR).length).toBeGreaterThan(5);
    expect(emitters.map(({ territory }) => territory)).toEqual(
      expect.arrayContaining(['PF', 'MQ', 'RE', 'YT', 'NC', 'HEXAGONE']),
    );
  });

  it('opened each month once for each emitter, at the first round after the last zone closed it', async () => {
    const slots = await rowsOf<OpenedSlot>(
      `select o.code, s.flow, s.period, s.due_at, s.closes_at from app.exchange_slot s
       join app.organisation o on o.id = s.org_id where s.mode = 'P'`,
    );
    for (const period of MONTHS) {
      const ofMonth = slots.filter((slot) => slot.period === period);
      expect(ofMonth.map(({ code, flow }) => `${code} ${flow}`).toSorted()).toEqual(
        emitters.flatMap(owedBy).toSorted(),
      );
      for (const { code, due_at, closes_at } of ofMonth) {
        const emitter = emitters.find((one) => one.code === code);
        if (!emitter) throw new Error(code);
        const { dueAt, closesAt } = monthlySlotDates(period, emitter);
        expect([instantOf(due_at), instantOf(closes_at)]).toEqual([dueAt, closesAt]);
      }
    }
    const acts = await rowsOf<{ key: string; done_at: Date }>(
      `select key, done_at from app.exchange_act where key like 'OUVERTURE:%'`,
    );
    const opened = new Map(acts.map(({ key, done_at }) => [key, instantOf(done_at)]));
    for (const period of MONTHS) {
      expect([period, opened.get(`OUVERTURE:${period}`)]).toEqual([
        period,
        firstRound(slotOpening(period)),
      ]);
    }
  });

  it('closed each slot once, at its own closing or at the next opening, its report final by then', async () => {
    const slots = await rowsOf<{ code: string; period: Month; closed_at: Date | null }>(
      `select o.code, s.period, s.closed_at from app.exchange_slot s
       join app.organisation o on o.id = s.org_id where s.mode = 'P' and s.${SENT}`,
    );
    for (const emitter of emitters) {
      for (const period of MONTHS.slice(0, -1)) {
        const slot = slots.find((one) => one.code === emitter.code && one.period === period);
        const { closesAt } = monthlySlotDates(period, emitter);
        const arrived = arrivals.get(`${emitter.code} ${period}`);
        const end = arrived ? closesAt : slotOpening(addMonths(period, 1));
        // The last notice of a slot that nothing came for is issued in the round that ends it.
        expect([emitter.code, period, slot?.closed_at && instantOf(slot.closed_at)]).toEqual([
          emitter.code,
          period,
          firstRound(end),
        ]);
      }
    }
    const open = await rowsOf(
      `select 1 from app.exchange_file f join app.exchange_slot s on s.id = f.slot_id
       where s.closed_at is not null and (f.report_stage <> 'DEFINITIF' or f.state <> 'closed'
         or f.replaces_report is null or f.replaces_report = f.report_number
         or (select count(*) from app.exchange_transition t
           where t.file_id = f.id and t.to_step = 'CLOS') <> 1)`,
    );
    expect(open).toEqual([]);
  });

  it('issued each notice once: those whose time a round fell into, at that round', async () => {
    const rows = await rowsOf<{ code: string; key: string; issued_at: Date }>(
      `select o.code, n.key, n.issued_at from app.exchange_notice n
       join app.organisation o on o.id = n.org_id where o.kind <> 'national' and n.${SENT}`,
    );
    const issued = new Map(
      rows.map(({ code, key, issued_at }) => [`${code} ${key}`, instantOf(issued_at)]),
    );
    expect(issued.size).toBe(rows.length);
    const expected = new Map<string, Instant>();
    for (const emitter of emitters) {
      for (const period of MONTHS) {
        for (const { kind, from, until } of windowsOf(emitter, period)) {
          const now = firstRound(from, until);
          if (now) expected.set(`${emitter.code} ${kind}:${flowOf(emitter)}:${period}`, now);
        }
      }
    }
    expect(Object.fromEntries(issued)).toEqual(Object.fromEntries(expected));
    expect(issued.size).toBeGreaterThan(100);
  });

  it('gave each recipient the photo of each month once, from day 10 at 06:00 UTC on', async () => {
    const acts = await rowsOf<{ code: string; key: string; done_at: Date }>(
      `select o.code, a.key, a.done_at from app.exchange_act a
       join app.organisation o on o.id = a.org_id where a.key like 'PHOTO:%'`,
    );
    const done = new Map(
      acts.map(({ code, key, done_at }) => [`${code} ${key}`, instantOf(done_at)]),
    );
    for (const recipient of emitters) {
      const flow = recipient.kind === 'unit' ? 'ORI' : 'SUI';
      for (const period of MONTHS.slice(0, -1)) {
        const given = done.get(`${recipient.code} PHOTO:${period}:${flow}`);
        expect([recipient.code, period, given]).toEqual([
          recipient.code,
          period,
          firstRound(photoAt(period)),
        ]);
      }
    }
    expect(collectionDates(photoAt(FIRST)).reportAt).toBe('2028-01-15T06:00:00.000Z');
  });
});

/** When each notice of a slot is true, from the texts of exchange.md 7.a and 7.h. */
function windowsOf(emitter: Organisation, period: Month) {
  const { territory, timeZone } = emitter;
  const { dueAt } = monthlySlotDates(period, emitter);
  const next = slotOpening(addMonths(period, 1));
  const arrived = arrivals.get(`${emitter.code} ${period}`)?.at ?? null;
  const day = localDateIn(dueAt, timeZone);
  const noonAfter = (days: number) =>
    instantAt(addWorkingDays(territory, day, days), '12:00', timeZone);
  const before = arrivals.has(`${emitter.code} ${addMonths(period, -1)}`);
  const earliest = (one: Instant) => (arrived !== null && arrived < one ? arrived : one);
  const windows = [
    ...(before
      ? []
      : [
          {
            kind: 'ECHEANCE_PROCHE',
            from: instantAt(addDays(day, -3), '08:00', timeZone),
            until: earliest(dueAt),
          },
        ]),
    { kind: 'ECHEANCE_DEPASSEE', from: dueAt, until: earliest(next) },
    { kind: 'RELANCE', from: noonAfter(2), until: earliest(next) },
    { kind: 'ALERTE', from: noonAfter(5), until: earliest(next) },
  ];
  const missing = { kind: 'FICHIER_MANQUANT', from: next, until: arrived === null ? null : next };
  return [...windows, missing];
}
