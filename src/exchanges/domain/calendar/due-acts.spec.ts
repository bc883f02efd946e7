import fc from 'fast-check';
import {
  addMillis,
  addMonths,
  epochMillis,
  parseInstant,
  parseMonth,
  TERRITORY_CODES,
  timeZoneOf,
  toInstant,
} from '../../../kernel/index.js';
import type { Instant, Month, TerritoryCode } from '../../../kernel/index.js';
import { monthlySlotDates, slotOpening } from '../slot-calendar.js';
import type { CalendarAct, CalendarPlace, SlotFact, WaitingFile } from './acts.js';
import { dueActs, type CalendarFacts } from './due-acts.js';

const HOUR = 3_600_000;
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

function placeIn(territory: TerritoryCode): CalendarPlace {
  const timeZone = timeZoneOf(territory);
  return { id: territory, code: territory, territory, timeZone, supervisorId: 'command' };
}

/** What is recorded in a small world of one slot or one file; acts are noted as the database would. */
class World {
  readonly issued = new Map<string, { dueAt: Instant; issuedAt: Instant; kind: string }>();
  readonly done = new Set<string>();
  closedAt: Instant | null = null;
  expiredAt: Instant | null = null;

  constructor(
    private readonly startedAt: Instant,
    private readonly slot: SlotFact | null,
    private readonly file: WaitingFile | null,
    private readonly receivedAt: Instant | null = null,
  ) {}

  facts(now: Instant): CalendarFacts {
    const { slot, file, startedAt, receivedAt } = this;
    const isReceived = receivedAt !== null && receivedAt <= now;
    return {
      startedAt,
      operatorId: OPERATOR,
      places: new Map(TERRITORY_CODES.map((code) => [code, placeIn(code)])),
      months: [],
      slots:
        slot && !this.closedAt ? [{ ...slot, state: isReceived ? 'received' : slot.state }] : [],
      files: file && !this.expiredAt ? [file] : [],
      gaps: [],
      lateFiles: [],
      openReports: [],
      lastDepositAt: null,
      isDone: (organisationId, key) => this.done.has(`${organisationId} ${key}`),
      isIssued: (organisationId, key) => this.issued.has(`${organisationId} ${key}`),
    };
  }

  round(now: Instant): CalendarAct[] {
    const acts = dueActs(now, this.facts(now), RULES);
    for (const act of acts) {
      expect(act.at <= now).toBe(true);
      if (act.kind === 'issue-notice') {
        const { organisationId, key, dueAt, kind } = act.notice;
        const id = `${organisationId} ${key}`;
        expect(this.issued.has(id)).toBe(false);
        this.issued.set(id, { dueAt, issuedAt: now, kind });
      }
      if (act.kind === 'close-slot') this.closedAt ??= now;
      if (act.kind === 'expire-file') this.expiredAt ??= now;
    }
    return acts;
  }
}

const territories = fc.constantFrom(...TERRITORY_CODES);
const periods = fc.integer({ min: 0, max: 60 }).map((count) => addMonths(month('2024-01'), count));

/** Rounds over two months from an instant, minutes to days apart: outages included. */
const roundsFrom = (start: Instant) =>
  fc
    .array(fc.oneof(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 24, max: 240 })), {
      minLength: 5,
      maxLength: 300,
    })
    .map((gaps) => {
      const end = epochMillis(start) + 75 * 24 * HOUR;
      const rounds: Instant[] = [];
      let moment = epochMillis(start);
      for (const gap of gaps) {
        moment += gap * HOUR;
        if (moment < end) rounds.push(toInstant(new Date(moment)));
      }
      return [...rounds, toInstant(new Date(end)), toInstant(new Date(end + HOUR))];
    });

function slotOf(territory: TerritoryCode, period: Month): SlotFact {
  const place = placeIn(territory);
  return {
    id: 'slot',
    organisationId: territory,
    flow: 'SUI',
    mode: 'P',
    period,
    state: 'expected',
    isOwed: true,
    hasDeposit: false,
    wasReceivedBefore: false,
    ...monthlySlotDates(period, place),
  };
}

const SLOT_CASES = fc
  .tuple(territories, periods)
  .chain(([territory, period]) =>
    fc.tuple(fc.constant(territory), fc.constant(period), roundsFrom(slotOpening(period))),
  );

describe('A slot that nothing comes for', () => {
  it('has each notice once, in its order, at the first round of its time, then ends', () => {
    fc.assert(
      fc.property(SLOT_CASES, ([territory, period, rounds]) => {
        const slot = slotOf(territory, period);
        const next = slotOpening(addMonths(period, 1));
        const world = new World(slot.opensAt, slot, null);
        for (const now of rounds) world.round(now);

        for (const { dueAt, issuedAt, kind } of world.issued.values()) {
          const first = rounds.find((now) => now >= dueAt);
          expect([kind, issuedAt]).toEqual([kind, first]);
        }
        const own = [...world.issued].filter(([key]) => key.startsWith(`${territory} `));
        const kinds = own.map(([, { kind }]) => kind);
        const order = [
          'ECHEANCE_PROCHE',
          'ECHEANCE_DEPASSEE',
          'RELANCE',
          'ALERTE',
          'FICHIER_MANQUANT',
        ];
        expect(kinds).toEqual(order.filter((kind) => kinds.includes(kind)));
        // What may be left out is what an outage hid until it was no longer true.
        expect(kinds).toContain('FICHIER_MANQUANT');
        const lateRound = rounds.find((now) => now > slot.dueAt && now < next);
        if (lateRound) expect(kinds).toContain('ECHEANCE_DEPASSEE');
        expect(world.closedAt !== null && world.closedAt >= next).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it('is not reminded when something came the month before, of a test, or without convention', () => {
    const slot = slotOf('RE', month('2026-10'));
    const before = at('2026-11-03T08:00:00Z');
    const after = at('2026-11-20T08:00:00Z');
    const kindsOf = (fact: SlotFact, now: Instant) =>
      new World(fact.opensAt, fact, null).round(now).map(({ kind }) => kind);
    expect(kindsOf(slot, before)).toEqual(['issue-notice']);
    expect(kindsOf({ ...slot, wasReceivedBefore: true }, before)).toEqual([]);
    expect(kindsOf({ ...slot, mode: 'T' }, after)).toEqual([]);
    expect(kindsOf({ ...slot, isOwed: false }, after)).toEqual([]);
    expect(kindsOf({ ...slot, state: 'exempt' }, after)).toEqual([]);
    expect(kindsOf({ ...slot, hasDeposit: true }, after)).toEqual([]);
  });

  it('says nothing of what was due before the calendar was put in service', () => {
    const slot = slotOf('RE', month('2026-10'));
    const started = at('2026-11-10T00:00:00Z');
    const world = new World(started, slot, null);
    const kinds = world
      .round(at('2026-11-20T08:00:00Z'))
      .flatMap((act) => (act.kind === 'issue-notice' ? [act.notice.kind] : []));
    expect(kinds).toEqual(['ALERTE', 'ALERTE']);
  });
});

describe('A slot something comes for', () => {
  it('closes at its own closing, not before, with no notice after the arrival', () => {
    fc.assert(
      fc.property(
        SLOT_CASES,
        fc.integer({ min: 0, max: 40 * 24 }),
        ([territory, period, rounds], delay) => {
          const slot = slotOf(territory, period);
          const receivedAt = addMillis(slot.opensAt, delay * HOUR);
          const world = new World(slot.opensAt, slot, null, receivedAt);
          for (const now of rounds) world.round(now);

          const next = slotOpening(addMonths(period, 1));
          const closing = receivedAt > slot.closesAt ? receivedAt : slot.closesAt;
          const end = receivedAt >= next ? next : closing;
          expect(world.closedAt !== null && world.closedAt >= (end < next ? end : next)).toBe(true);
          for (const { issuedAt } of world.issued.values()) {
            expect(issuedAt < receivedAt || issuedAt >= next).toBe(true);
          }
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe('A file in a mailbox', () => {
  const waiting = (over: Partial<WaitingFile>): WaitingFile => ({
    id: 'file',
    organisationId: 'GP',
    flow: 'SUI',
    mode: 'P',
    period: '2026-11',
    fileName: 'SUI.csv',
    state: 'available',
    isCopied: false,
    availableAt: at('2026-12-10T06:00:00Z'),
    expiresAt: at('2027-02-08T06:00:00Z'),
    emitterIds: ['RE', 'NC'],
    ...over,
  });
  const told = (file: WaitingFile, rounds: readonly string[]) => {
    const world = new World(at('2026-12-01T00:00:00Z'), null, file);
    for (const text of rounds) world.round(at(text));
    return { world, keys: [...world.issued.keys()].toSorted() };
  };

  it('is reminded of on day 13, reported on day 15 to both sides and above, ended after 60 days', () => {
    const days = ['2026-12-13T05:59:00Z', '2026-12-13T06:00:00Z', '2026-12-15T06:00:00Z'];
    expect(told(waiting({}), days.slice(0, 1)).keys).toEqual([]);
    expect(told(waiting({}), days.slice(0, 2)).keys).toEqual(['GP EXPIRATION_PROCHE:file']);
    const { keys } = told(waiting({}), days);
    const reports = ['GP', 'NC', 'RE', 'command'].map((id) => `${id} NON_RETRAIT:file`);
    expect(keys).toEqual(['GP EXPIRATION_PROCHE:file', ...reports].toSorted());

    const after = ['2027-02-08T06:00:00Z', '2027-02-08T06:01:00Z'];
    const { world } = told(waiting({}), [...days, ...after]);
    expect(world.expiredAt).toBe('2027-02-08T06:01:00.000Z');
    expect([...world.issued.keys()].filter((key) => key.includes('EXPIRE:'))).toHaveLength(3);
  });

  it('is asked for its acknowledgement once collected, or put in a folder', () => {
    const days = ['2026-12-13T06:00:00Z', '2026-12-15T06:00:00Z', '2026-12-18T12:00:00Z'];
    const expected = ['GP ACQUITTEMENT_ATTENDU:file'];
    expect(told(waiting({ state: 'downloaded' }), days).keys).toEqual(expected);
    expect(told(waiting({ isCopied: true }), days).keys).toEqual(expected);
    expect(told(waiting({ state: 'acknowledged' }), days).keys).toEqual([]);
  });

  it('ends without a word when it was acknowledged: its bytes go, the proof stays', () => {
    const { world, keys } = told(waiting({ state: 'acknowledged' }), ['2027-02-08T06:00:00Z']);
    expect(keys).toEqual([]);
    expect(world.expiredAt).toBe('2027-02-08T06:00:00.000Z');
  });
});
