import { setImmediate } from 'node:timers/promises';
import { slotOpening } from '../../src/exchanges/domain/slot-calendar.js';
import { FLOWS } from '../../src/exchanges/flows/index.js';
import { addMonths, parseMonth, type Month } from '../../src/kernel/index.js';
import { CalendarYear, PAIRS, runCalendar, seeded } from './support/calendar-year.js';
import { exchangeInstance, type ExchangeApp } from './support/exchange-app.js';

// Three processes, one of them killed at the start, in the middle or at the end of its round: what it
// had committed stays, what it had not is done by another, once (REL-22).

const TRIALS = 9;
const VICTIM = 'victim';
const FIRST = month('2027-12');

let year: CalendarYear;
const random = seeded(22);

function month(text: string): Month {
  const read = parseMonth(text);
  if (!read) throw new Error(text);
  return read;
}

beforeAll(async () => {
  year = await CalendarYear.start(2);
  year.clock.set('2027-12-20T08:00:00Z');
  await year.keepOnly(PAIRS);
  year.clock.set('2027-12-20T09:00:00Z');
  await year.round();
});

afterAll(() => year?.close());

async function number(sql: string, ...values: unknown[]): Promise<number> {
  const { rows } = await year.database.owner.query<{ n: string }>(sql, values);
  return Number(rows[0]?.n);
}

const doneSoFar = () =>
  number(`select (select count(*) from app.exchange_notice)
    + (select count(*) from app.exchange_slot) + (select count(*) from app.exchange_act) as n`);

/** Every connection of the victim is cut once so much is done: its open transaction is lost. */
async function killAfter(acts: number, round: Promise<unknown>): Promise<void> {
  const before = await doneSoFar();
  let isOver = false;
  const over = round.finally(() => (isOver = true)).catch(() => undefined);
  while (!isOver && (await doneSoFar()) < before + acts) await setImmediate();
  await year.database.owner.query(
    'select pg_terminate_backend(pid) from pg_stat_activity where application_name = $1',
    [VICTIM],
  );
  await over;
}

async function victim(): Promise<ExchangeApp> {
  const url = new URL(year.database.appUrl);
  url.searchParams.set('application_name', VICTIM);
  const database = { ...year.database, appUrl: url.toString() };
  return exchangeInstance(database, { clock: year.clock });
}

describe('A leader that dies', () => {
  it.each(Array.from({ length: TRIALS }, (_, index) => [addMonths(FIRST, index)] as const))(
    'loses nothing of the month after %s, and does nothing twice',
    async (period) => {
      // Nothing came for the month before, whose end is due too; this month opens.
      year.clock.set(slotOpening(addMonths(period, 1)));
      const dying = await victim();
      const [start, middle] = [0, 1 + random(12)];
      const round = runCalendar(dying);
      await killAfter([start, middle, 1_000][random(3)] ?? 0, round);
      await year.round();
      await year.round();
      await dying.close();

      const emitters = await year.emitters();
      const owed = emitters.flatMap(({ kind }) => FLOWS.filter(({ from }) => from === kind)).length;
      const slots = 'select count(*) as n from app.exchange_slot where period = $1';
      expect(await number(slots, period)).toBe(owed);
      const opened = `select count(*) as n from app.exchange_act where key = 'OUVERTURE:' || $1`;
      expect(await number(opened, period)).toBe(1);
      const before = addMonths(period, -1);
      if (before < FIRST) return;
      const missing = `select count(*) as n from app.exchange_notice
        where kind = 'FICHIER_MANQUANT' and period = $1`;
      expect(await number(missing, before)).toBe(owed);
      const open =
        'select count(*) as n from app.exchange_slot where period = $1 and closed_at is null';
      expect(await number(open, before)).toBe(0);
      const closings = `select count(*) as n from app.audit_event
        where command = 'exchange.close-slot' and detail like '% ' || $1`;
      expect(await number(closings, before)).toBe(owed);
    },
  );
});
