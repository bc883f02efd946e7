import fc from 'fast-check';
import {
  addDays,
  availableCommands,
  parseLocalDate,
  ROLES,
  TERRITORY_CODES,
} from '../../kernel/index.js';
import type { Actor, LocalDate } from '../../kernel/index.js';
import { RETURN_ANSWERS } from './code-lists.js';
import { commandOf, decideReturn, type ReturnRequest } from './decide-return.js';
import type { DeadlineBook } from './deadline.rules.js';
import { timed } from './next-step.js';
import { isActive, RETURN_CAUSES, RETURN_STATES, type ReturnEpisode } from './return-episode.js';
import { returnMachine, type ReturnCommand, type ReturnRole } from './return.machine.js';

const EVERY_ROLE: readonly ReturnRole[] = [
  ...ROLES,
  'ml-machine',
  'unit-machine',
  'national-machine',
  'ml-file',
  'unit-file',
  'system',
  'volunteer',
];

function on(text: string): LocalDate {
  const date = parseLocalDate(text);
  if (!date) throw new Error(`no day ${text}`);
  return date;
}

const TODAY = on('2026-12-15');
const BOOK: DeadlineBook = {
  place: { organisationId: 'ml', territory: 'RE' },
  overrides: [],
};

/** A return in a state, opened a week ago. */
function returnIn(state: ReturnEpisode['state'], over: Partial<ReturnEpisode> = {}): ReturnEpisode {
  const begun = {
    id: 'return',
    volunteerId: 'volunteer',
    unitId: 'unit',
    missionLocaleId: 'ml',
    predecessorId: null,
    state,
    stateOn: on('2026-12-08'),
    cause: 'dropout' as const,
    endsOn: on('2026-12-08'),
    countsFrom: on('2026-12-08'),
    answer: null,
    attempts: 0,
    asOf: null,
    version: 1,
    ...over,
  };
  return { ...begun, ...timed(begun, BOOK), ...over };
}

const organisation = { id: 'ml', code: '97411S00', kind: 'mission-locale' } as const;
const adviser: Actor = {
  type: 'person',
  id: 'adviser',
  role: 'ml-adviser',
  organisation,
  channel: { kind: 'page' },
  correlationId: 'c',
};
const clock: Actor = {
  type: 'system',
  id: 'system',
  task: 'escalate-returns',
  organisation,
  channel: { kind: 'system', task: 'escalate-returns' },
  correlationId: 'c',
};

function request(episode: ReturnEpisode, over: Partial<ReturnRequest>): ReturnRequest {
  return {
    episode,
    command: 'acknowledge',
    actor: adviser,
    effectiveOn: TODAY,
    today: TODAY,
    book: BOOK,
    ...over,
  };
}

function done(asked: ReturnRequest): ReturnEpisode {
  const decision = decideReturn(asked);
  if (!decision.ok) throw new Error(decision.refusal);
  return decision.change.after;
}

const tell = (episode: ReturnEpisode, code: (typeof RETURN_ANSWERS)['values'][number]['code']) =>
  decideReturn(
    request(episode, { command: commandOf(code), answer: { code, contactedOn: TODAY } }),
  );

describe('The life-cycle of a return', () => {
  it('lets each role do this in each state', () => {
    const row = (role: ReturnRole): string => {
      const returns = [
        ...RETURN_STATES.map((state) => [state, returnIn(state)] as const),
        ['acknowledged, without a cause', returnIn('acknowledged', { cause: null })] as const,
      ];
      const cells = returns.map(([name, episode]) => {
        const context = { today: TODAY, attemptsNeeded: 3 };
        const commands = availableCommands(returnMachine, episode, role, context);
        return `${name}: ${commands.join(' ') || '-'}`;
      });
      return `${role.padEnd(18)}| ${cells.join(' | ')}`;
    };

    expect(`\n${EVERY_ROLE.map(row).join('\n')}\n`).toMatchSnapshot();
  });

  it.each(RETURN_ANSWERS.values.map(({ code }) => code))(
    'says what becomes of it after %s',
    (code) => {
      const decision = tell(returnIn('acknowledged'), code);

      const after = decision.ok ? decision.change.after : null;
      const told = after && [after.state, after.attempts, after.deadline?.rule ?? null];
      expect(decision.ok ? told : decision.refusal).toMatchSnapshot();
    },
  );

  it('says "unreachable" only after enough attempts', () => {
    let episode = returnIn('open');
    for (const attempts of [1, 2, 3]) {
      expect(tell(episode, 'INJOIGNABLE_APRES_RELANCES')).toEqual({
        ok: false,
        refusal: 'too-few-attempts',
      });
      const decision = tell(episode, 'CONTACTE_SANS_RETOUR');
      episode = decision.ok ? decision.change.after : episode;
      expect(episode).toMatchObject({ state: 'acknowledged', attempts });
    }
    expect(tell(episode, 'INJOIGNABLE_APRES_RELANCES')).toMatchObject({
      ok: true,
      change: { after: { state: 'closed', deadline: null, escalatesOn: null } },
    });
  });

  it('refuses a contact older than the one already told', () => {
    const told = { code: 'CONTACTE_SANS_RETOUR', contactedOn: on('2026-12-14') } as const;
    const episode = returnIn('acknowledged', { answer: told, attempts: 1 });
    const answer = { code: 'RDV_PRIS', contactedOn: on('2026-12-13') } as const;

    expect(decideReturn(request(episode, { command: 'answer', answer }))).toEqual({
      ok: false,
      refusal: 'CHRONOLOGIE',
    });
  });

  it('climbs from the adviser to the manager to the ARML, each on its day, and no higher', () => {
    const climb = (episode: ReturnEpisode, today: LocalDate) =>
      decideReturn(
        request(episode, { command: 'escalate', actor: clock, effectiveOn: today, today }),
      );
    // Tuesday 8 December: due on Friday 11, the manager on Tuesday 15, the ARML on Tuesday 22.
    const open = returnIn('open');
    expect(open).toMatchObject({ deadline: { dueOn: '2026-12-11' }, escalatesOn: '2026-12-15' });
    expect(climb(open, on('2026-12-14'))).toEqual({ ok: false, refusal: 'too-early' });
    const manager = done(
      request(open, { command: 'escalate', actor: clock, effectiveOn: on('2026-12-15') }),
    );
    expect(manager).toMatchObject({
      escalation: 'manager',
      escalatesOn: '2026-12-22',
      state: 'open',
    });
    expect(climb(manager, on('2026-12-21'))).toEqual({ ok: false, refusal: 'too-early' });
    const arml = climb(manager, on('2026-12-22'));
    expect(arml).toMatchObject({
      ok: true,
      change: { after: { escalation: 'arml', escalatesOn: null } },
    });
    const taken = done(request(manager, { command: 'acknowledge' }));
    expect(taken).toMatchObject({
      escalation: 'adviser',
      deadline: { rule: 'return-first-contact' },
    });
  });

  it('never leaves its table, and never hides what somebody took up, whatever is told in whatever order', () => {
    const commands = Object.keys(returnMachine.transitions) as ReturnCommand[];
    const act = fc.record({
      command: fc.constantFrom(...commands),
      as: fc.constantFrom<'volunteer' | 'adviser' | 'clock'>('volunteer', 'adviser', 'clock'),
      days: fc.integer({ min: -40, max: 60 }),
      code: fc.constantFrom(...RETURN_ANSWERS.values.map(({ code }) => code)),
      cause: fc.option(fc.constantFrom(...RETURN_CAUSES)),
      territory: fc.constantFrom(...TERRITORY_CODES),
    });
    fc.assert(
      fc.property(
        fc.constantFrom<'open' | 'prepared'>('open', 'prepared'),
        fc.array(act, { maxLength: 30 }),
        (first, acts) => {
          let episode = returnIn(first);
          for (const { command, as, days, code, cause, territory } of acts) {
            const before = episode;
            const today = addDays(TODAY, days);
            const book = { ...BOOK, place: { ...BOOK.place, territory } };
            const decision = decideReturn({
              episode,
              command,
              actor: as === 'clock' ? clock : adviser,
              ...(as === 'volunteer' ? { as } : {}),
              effectiveOn: today,
              today,
              book,
              answer: { code, contactedOn: today },
              end: { cause, endsOn: today },
            });
            if (decision.ok) episode = decision.change.after;
            const { from } = returnMachine.transitions[command];
            if (decision.ok) expect(from).toContain(before.state);
            else expect(episode).toBe(before);
            expect(episode.version).toBe(before.version + (decision.ok ? 1 : 0));
            expect(episode.deadline !== null).toBe(isActive(episode));
            const isTaken = before.state === 'acknowledged' || before.state === 'closed';
            // Another mission locale accepted it: what was done stays, and the work goes on there.
            const isOther = command === 'transfer';
            if (isTaken && as !== 'adviser' && !isOther) expect(episode.state).toBe(before.state);
            if (episode.escalatesOn) expect(isActive(episode)).toBe(true);
          }
        },
      ),
    );
  });
});
