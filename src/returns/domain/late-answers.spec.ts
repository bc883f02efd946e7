import fc from 'fast-check';
import {
  addDays,
  isWorkingDay,
  localDateIn,
  parseInstant,
  parseLocalDate,
  TERRITORY_CODES,
  timeZoneOf,
  type Actor,
  type Instant,
  type LocalDate,
  type TerritoryCode,
} from '../../kernel/index.js';
import { RETURN_ANSWERS, UNREACHABLE, type ReturnAnswer } from './code-lists.js';
import { commandOf, decideReturn } from './decide-return.js';
import type { DeadlineBook } from './deadline.rules.js';
import { timed } from './next-step.js';
import type { ReturnEpisode } from './return-episode.js';
import { isLate } from './return-views.rules.js';

// An answer around each limit of a return, by the calendar of the territory where it is awaited: a limit
// moves who is called, and never what an answer is worth.

function on(text: string): LocalDate {
  const day = parseLocalDate(text);
  if (!day) throw new Error(`no day ${text}`);
  return day;
}

const organisation = { id: 'ml', code: '97411S00', kind: 'mission-locale' } as const;
const common = { organisation, correlationId: 'c' } as const;
const adviser: Actor = {
  ...common,
  type: 'person',
  id: 'adviser',
  role: 'ml-adviser',
  channel: { kind: 'page' },
};
const software: Actor = {
  ...common,
  type: 'machine',
  id: 'machine',
  clientId: 'client',
  scopes: [],
  channel: { kind: 'api' },
};
const file: Actor = {
  ...common,
  type: 'file',
  id: 'file',
  scopes: [],
  channel: { kind: 'file', fileId: 'file', line: 2 },
};
const clock: Actor = {
  ...common,
  type: 'system',
  id: 'system',
  task: 'escalate-returns',
  channel: { kind: 'system', task: 'escalate-returns' },
};
const DOORS = { page: adviser, API: software, file } as const;
type Door = keyof typeof DOORS;

function bookOf(territory: TerritoryCode): DeadlineBook {
  return { place: { organisationId: 'ml', territory }, overrides: [] };
}

function openedOn(day: LocalDate, book: DeadlineBook): ReturnEpisode {
  const begun = {
    id: 'return',
    volunteerId: 'volunteer',
    unitId: 'unit',
    missionLocaleId: 'ml',
    predecessorId: null,
    state: 'open' as const,
    stateOn: day,
    cause: 'dropout' as const,
    endsOn: day,
    countsFrom: day,
    answer: null,
    attempts: 0,
    asOf: null,
    version: 1,
  };
  return { ...begun, ...timed(begun, book) };
}

/** What the clock makes of a silence until a day, however late it wakes. */
function silent(episode: ReturnEpisode, today: LocalDate, book: DeadlineBook): ReturnEpisode {
  const command = episode.state === 'open' ? 'escalate' : 'chase';
  const effectiveOn = episode.escalatesOn ?? today;
  const decision = decideReturn({ episode, command, actor: clock, effectiveOn, today, book });
  return decision.ok ? silent(decision.change.after, today, book) : episode;
}

function answered(
  episode: ReturnEpisode,
  code: ReturnAnswer,
  { today, book, door = 'page' }: { today: LocalDate; book: DeadlineBook; door?: Door },
) {
  return decideReturn({
    episode,
    command: commandOf(code),
    actor: DOORS[door],
    effectiveOn: today,
    today,
    book,
    answer: { code, contactedOn: today },
  });
}

interface Limits {
  readonly opened: string;
  /** The last day to acknowledge, then the days on which silence reaches the manager and the region. */
  readonly due: string;
  readonly manager: string;
  readonly arml: string;
}

const PLACES: readonly [TerritoryCode, string, Limits][] = [
  // Matari’i, on Friday 20 November.
  [
    'PF',
    '-10:00',
    { opened: '2026-11-18', due: '2026-11-24', manager: '2026-11-26', arml: '2026-12-03' },
  ],
  // The abolition day of Martinique on Friday 22 May, then Whit Monday.
  [
    'MQ',
    '-04:00',
    { opened: '2026-05-20', due: '2026-05-27', manager: '2026-05-29', arml: '2026-06-05' },
  ],
  // The abolition day of La Réunion on Monday 20 December, Christmas on a Saturday.
  [
    'RE',
    '+04:00',
    { opened: '2027-12-17', due: '2027-12-23', manager: '2027-12-27', arml: '2028-01-03' },
  ],
  // The day of citizenship of New Caledonia, on Thursday 24 September.
  [
    'NC',
    '+11:00',
    { opened: '2026-09-22', due: '2026-09-28', manager: '2026-09-30', arml: '2026-10-07' },
  ],
  // 29 February is a day of work like another.
  [
    'RE',
    '+04:00',
    { opened: '2028-02-25', due: '2028-03-01', manager: '2028-03-03', arml: '2028-03-10' },
  ],
];

/** The last instant of the day before, the first of the day, and the first of the day after. */
function instantsAround(day: string, offset: string): readonly [string, Instant][] {
  const midnight = (of: LocalDate) => parseInstant(`${of}T00:00:00.000${offset}`)!;
  const last = parseInstant(`${addDays(on(day), -1)}T23:59:59.999${offset}`)!;
  return [
    ['the day before', last],
    ['on the day', midnight(on(day))],
    ['the day after', midnight(addDays(on(day), 1))],
  ];
}

describe('An answer around a limit', () => {
  describe.each(PLACES)('in %s (%s), to a return of %j', (territory, offset, limits) => {
    const book = bookOf(territory);
    const opened = openedOn(on(limits.opened), book);

    it.each<[keyof Limits, readonly string[], readonly boolean[]]>([
      ['due', ['adviser', 'adviser', 'adviser'], [false, false, true]],
      ['manager', ['adviser', 'manager', 'manager'], [true, true, true]],
      ['arml', ['manager', 'arml', 'arml'], [true, true, true]],
    ])('at %s finds who is called, and closes it by every door', (limit, called, late) => {
      const around = instantsAround(limits[limit], offset);
      const found = around.map(([, instant]) => {
        const today = localDateIn(instant, timeZoneOf(territory));
        const episode = silent(opened, today, book);
        for (const door of Object.keys(DOORS) as Door[]) {
          const decision = answered(episode, 'RDV_PRIS', { today, book, door });
          expect(decision).toMatchObject({
            ok: true,
            change: {
              after: {
                state: 'closed',
                answer: { code: 'RDV_PRIS', contactedOn: today },
                deadline: null,
                escalation: 'adviser',
                escalatesOn: null,
              },
            },
          });
        }
        return [episode.escalation, isLate(episode, today)];
      });
      expect(opened.deadline?.dueOn).toBe(limits.due);
      expect(found).toEqual(called.map((who, at) => [who, late[at]]));
    });

    it('that reached nobody starts the next step, which begins with the adviser again', () => {
      const today = addDays(on(limits.arml), 1);
      const decision = answered(silent(opened, today, book), 'CONTACTE_SANS_RETOUR', {
        today,
        book,
      });
      if (!decision.ok) throw new Error(decision.refusal);
      const { after } = decision.change;
      expect(after).toMatchObject({
        state: 'acknowledged',
        escalation: 'adviser',
        deadline: { rule: 'return-next-attempt', from: today },
      });
      expect(silent(after, today, book)).toBe(after);
    });
  });

  it('is worth the same whenever and wherever it comes, and a closed return is called about no more', () => {
    const day = fc.integer({ min: 0, max: 1_500 }).map((days) => addDays(on('2026-01-01'), days));
    const told = fc.record({
      territory: fc.constantFrom(...TERRITORY_CODES),
      opened: day,
      after: fc.integer({ min: 0, max: 400 }),
      code: fc.constantFrom(...RETURN_ANSWERS.values.map(({ code }) => code)),
      door: fc.constantFrom<Door>('page', 'API', 'file'),
    });
    fc.assert(
      fc.property(told, ({ territory, opened: from, after: days, code, door }) => {
        const book = bookOf(territory);
        const today = addDays(from, days);
        const opened = openedOn(from, book);
        const waited = silent(opened, today, book);
        expect(waited.version - opened.version).toBeLessThanOrEqual(2);
        const late = answered(waited, code, { today, book, door });
        const early = answered(opened, code, { today, book, door });
        expect(late.ok).toBe(code !== UNREACHABLE);
        if (!late.ok || !early.ok) return;
        const { version: _late, ...one } = late.change.after;
        const { version: _early, ...other } = early.change.after;
        expect(one).toEqual(other);
        const later = silent(late.change.after, addDays(today, 400), book);
        if (one.state === 'closed') expect(later).toBe(late.change.after);
        else {
          expect(later.escalation).toBe('arml');
          expect(isWorkingDay(territory, one.deadline!.dueOn)).toBe(true);
        }
      }),
    );
  });

  it('of which the contact is older than the limit counts the next step from the contact', () => {
    const book = bookOf('RE');
    const opened = openedOn(on('2026-11-02'), book);
    const today = on('2026-12-15');
    const decision = decideReturn({
      episode: silent(opened, today, book),
      command: 'record-attempt',
      actor: file,
      effectiveOn: on('2026-11-04'),
      today,
      book,
      asOf: { on: on('2026-11-30'), sequence: 4, line: 2 },
      answer: { code: 'COORDONNEES_INCORRECTES', contactedOn: on('2026-11-04') },
    });
    if (!decision.ok) throw new Error(decision.refusal);
    // Ten working days after Wednesday 4 November, the 11th a holiday; then two more, then five.
    expect(decision.change.after).toMatchObject({
      deadline: { from: '2026-11-04', dueOn: '2026-11-19' },
      escalation: 'adviser',
      escalatesOn: '2026-11-23',
    });
    expect(silent(decision.change.after, today, book)).toMatchObject({ escalation: 'arml' });
  });
});
