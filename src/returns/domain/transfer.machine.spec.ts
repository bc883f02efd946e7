import fc from 'fast-check';
import {
  addDays,
  addWorkingDays,
  parseLocalDate,
  systemActor,
  TERRITORY_CODES,
  type Actor,
  type LocalDate,
  type Role,
  type TerritoryCode,
} from '../../kernel/index.js';
import type { DeadlineBook } from './deadline.rules.js';
import { decideReturn } from './decide-return.js';
import { decideTransfer, proposeTransfer, type Proposal } from './decide-transfer.js';
import { handOver } from './hand-over.js';
import { timed } from './next-step.js';
import { ACTIVE_STATES, inChargeOf, isActive, type ReturnEpisode } from './return-episode.js';
import { isPending, isSeenBy, type Transfer } from './transfer.js';

function on(text: string): LocalDate {
  const date = parseLocalDate(text);
  if (!date) throw new Error(`no day ${text}`);
  return date;
}

const TODAY = on('2026-04-24');

function bookOf(organisationId: string, territory: TerritoryCode): DeadlineBook {
  return { place: { organisationId, territory }, overrides: [] };
}

function returnOf(
  missionLocaleId: string | null,
  state: ReturnEpisode['state'] = 'open',
  over: Partial<ReturnEpisode> = {},
): ReturnEpisode {
  const begun = {
    id: 'return',
    volunteerId: 'volunteer',
    unitId: 'unit',
    missionLocaleId,
    predecessorId: null,
    state,
    stateOn: TODAY,
    cause: 'dropout' as const,
    endsOn: TODAY,
    countsFrom: TODAY,
    answer: null,
    attempts: 0,
    asOf: null,
    version: 1,
    ...over,
  };
  return { ...begun, ...timed(begun, bookOf('from', 'RE')) };
}

function person(id: string, role: Role = 'ml-adviser'): Actor {
  const kind = id === 'unit' ? 'unit' : 'mission-locale';
  return {
    type: 'person',
    id: 'somebody',
    role,
    organisation: { id, code: id, kind },
    channel: { kind: 'page' },
    correlationId: 'c',
  };
}
const clock = systemActor('t', { id: 'unit', code: 'unit', kind: 'unit' }, 'c');

function proposal(over: Partial<Proposal> = {}): Proposal {
  return {
    id: 'transfer',
    episode: returnOf('from'),
    personId: 'person',
    to: { id: 'to', isOpen: true },
    reason: 'DEMENAGEMENT',
    isPending: false,
    actor: person('from'),
    today: TODAY,
    book: bookOf('to', 'YT'),
    ...over,
  };
}

function proposed(over: Partial<Proposal> = {}): Transfer {
  const made = proposeTransfer(proposal(over));
  if (!made.ok) throw new Error(made.refusal);
  return made.change.after;
}

describe('A proposal', () => {
  it.each<[string, Partial<Proposal>, string]>([
    ['of another', { actor: person('other') }, 'not-yours'],
    ['by the unit of somebody followed', { actor: person('unit', 'recruiter') }, 'not-yours'],
    ['by whoever only reads', { actor: person('from', 'dpo') }, 'not-yours'],
    ['of what is closed', { episode: returnOf('from', 'closed') }, 'not-active'],
    [
      'of what was taken back',
      { episode: returnOf('from', 'open', { cause: null }) },
      'not-active',
    ],
    ['while one waits', { isPending: true }, 'pending'],
    ['to itself', { to: { id: 'from', isOpen: true } }, 'not-a-destination'],
    ['to one that is no more', { to: { id: 'to', isOpen: false } }, 'not-a-destination'],
    ['that attaches whom one follows', { reason: 'RATTACHEMENT' }, 'reason'],
    [
      'that transfers whom nobody follows',
      { episode: returnOf(null), actor: person('unit', 'recruiter') },
      'reason',
    ],
  ])('%s is not made: %#', (_, over, refusal) => {
    expect(proposeTransfer(proposal(over))).toEqual({ ok: false, refusal });
  });

  it('attaches somebody whom nobody follows, by the unit that keeps them', () => {
    const attached = proposed({
      episode: returnOf(null),
      actor: person('unit', 'insertion-officer'),
      reason: 'RATTACHEMENT',
    });
    expect(attached).toMatchObject({ missionLocaleId: null, toId: 'to', state: 'proposed' });
  });

  it('waits five working days of whoever is asked, the abolition day of Mayotte among them', () => {
    expect(proposed()).toMatchObject({ proposedOn: TODAY, dueOn: '2026-05-05' });
  });
});

describe('A hand-over', () => {
  const accept = (transfer: Transfer): Transfer => {
    const asked = { transfer, command: 'accept', actor: person('to'), today: TODAY } as const;
    const decision = decideTransfer({ ...asked, acceptedPersonId: 'theirs' });
    if (!decision.ok) throw new Error(decision.refusal);
    return decision.change.after;
  };
  const handing = (episode: ReturnEpisode) => ({
    transfer: accept(proposed({ episode })),
    episode,
    actor: clock,
    today: TODAY,
    book: bookOf('to', 'YT'),
    newId: 'next',
  });

  it('counts the days anew where the young person now is', () => {
    const worked = returnOf('from', 'acknowledged', { attempts: 2 });
    const over = handOver(handing(worked));

    expect(over?.ended.after).toMatchObject({ state: 'transferred', attempts: 2, deadline: null });
    expect(over?.begun.after).toMatchObject({
      id: 'next',
      predecessorId: 'return',
      missionLocaleId: 'to',
      state: 'open',
      attempts: 0,
      deadline: { rule: 'return-acknowledge', dueOn: '2026-04-30' },
    });
    expect(over?.completed.after).toMatchObject({ state: 'completed', successorId: 'next' });
  });

  it('leaves what is only prepared to be prepared', () => {
    expect(handOver(handing(returnOf('from', 'prepared')))?.begun).toMatchObject({
      command: 'prepare',
      after: { state: 'prepared', deadline: { rule: 'return-prepare' } },
    });
  });

  it.each<[string, ReturnEpisode]>([
    ['came to an end', returnOf('from', 'closed')],
    ['lost its reason', returnOf('from', 'open', { cause: null })],
  ])('does not happen to what %s', (_, episode) => {
    expect(handOver({ ...handing(returnOf('from')), episode })).toBeNull();
  });
});

describe('Whatever is said in whatever order', () => {
  const COMMANDS = ['withdraw', 'accept', 'refuse', 'lapse', 'complete', 'void', 'answer'] as const;

  it('exactly one organisation is in charge, and it has accepted', () => {
    const act = fc.record({
      command: fc.constantFrom(...COMMANDS),
      by: fc.constantFrom('from', 'to', 'third', 'clock', 'return'),
      days: fc.integer({ min: 0, max: 15 }),
    });
    const first = fc.record({
      state: fc.constantFrom(...ACTIVE_STATES),
      territory: fc.constantFrom(...TERRITORY_CODES),
      acts: fc.array(act, { maxLength: 20 }),
    });
    fc.assert(
      fc.property(first, ({ state, territory, acts }) => {
        const returns = [returnOf('from', state)];
        const book = bookOf('to', territory);
        let transfer = proposed({ episode: returns[0] as ReturnEpisode, book });
        expect(transfer.dueOn).toBe(addWorkingDays(territory, TODAY, 5));
        let hasAccepted = false;
        for (const { command, by, days } of acts) {
          const today = addDays(TODAY, days);
          const actor = by === 'clock' || by === 'return' ? clock : person(by);
          const [episode] = returns;
          if (!episode) throw new Error('there is one');
          if (command === 'answer') {
            const answer = { code: 'RDV_PRIS', contactedOn: today } as const;
            const asked = { episode, actor, effectiveOn: today, today, book, answer };
            const done = decideReturn({ ...asked, command: 'answer' });
            if (done.ok && by === 'from') {
              returns[0] = done.change.after;
              const end = { transfer, command: 'void', actor, as: 'return', today } as const;
              const voided = decideTransfer(end);
              if (voided.ok) transfer = voided.change.after;
            }
          } else if (command === 'complete') {
            const over = handOver({ transfer, episode, actor, today, book, newId: 'next' });
            if (over) {
              returns[0] = over.ended.after;
              returns.push(over.begun.after);
              transfer = over.completed.after;
            }
          } else if (command !== 'void') {
            const decision = decideTransfer({
              transfer,
              command,
              actor,
              today,
              ...(command === 'refuse' ? { refusal: 'INCONNU' as const } : {}),
            });
            if (decision.ok) {
              if (command === 'accept') expect(by).toBe('to');
              if (command === 'withdraw') expect(by).toBe('from');
              if (command === 'lapse') expect(today > transfer.dueOn).toBe(true);
              hasAccepted ||= command === 'accept';
              transfer = decision.change.after;
            }
          }
          const active = returns.filter(isActive);
          expect(active.length).toBeLessThanOrEqual(1);
          const inCharge = active.map(inChargeOf);
          if (inCharge.includes('to')) expect(hasAccepted).toBe(true);
          expect(returns.length === 2).toBe(transfer.state === 'completed');
          if (isPending(transfer)) expect(inCharge).toEqual(['from']);
          expect(isSeenBy(transfer, 'third')).toBe(false);
          const isNo = ['refused', 'withdrawn', 'lapsed'].includes(transfer.state);
          expect(isSeenBy(transfer, 'to')).toBe(!isNo);
        }
      }),
    );
  });
});
