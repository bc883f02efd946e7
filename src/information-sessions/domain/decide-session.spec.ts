import fc from 'fast-check';
import { addMillis, parseInstant, type Instant, type PersonActor } from '../../kernel/index.js';
import { ATTENDANCES } from './code-lists.js';
import { decideSession, type SessionRequest } from './decide-session.js';
import type { InformationSession, Registration } from './information-session.js';
import { planIssues } from './plan.rules.js';

const STARTS_AT = parseInstant('2026-12-01T08:00:00Z') as Instant;
const HOUR = 3_600_000;
const before = addMillis(STARTS_AT, -HOUR);
const after = addMillis(STARTS_AT, HOUR);
const longAfter = addMillis(STARTS_AT, 31 * 24 * HOUR);

const adviser = actor('ml-adviser', 'mission-locale');
const recruiter = actor('recruiter', 'unit');

describe('What is decided of an information session', () => {
  it('bounds the registrations by the seats', () => {
    const full = session({ seats: 2, registered: 2 });
    const register = { command: 'register', personId: 'p' } as const;
    expect(decideSession(full, register, { now: before, registration: null }, adviser)).toEqual({
      ok: false,
      refusal: 'session-full',
    });
  });

  it.each([
    ['register', before, registered(), 'already-registered'],
    ['register', longAfter, null, 'session-over'],
    ['unregister', before, null, 'not-registered'],
    ['unregister', after, registered(), 'session-begun'],
  ] as const)('refuses to %s at %s', (command, now, registration, refusal) => {
    const decision = decideSession(
      session({ registered: 1 }),
      { command, personId: 'p' },
      { now, registration },
      adviser,
    );
    expect(decision).toEqual({ ok: false, refusal });
  });

  it.each([
    [before, registered(), 'session-to-come'],
    [longAfter, registered(), 'session-over'],
    [after, null, 'not-registered'],
  ] as const)('refuses to say who came at %s', (now, registration, refusal) => {
    const request = { command: 'record-attendance', personId: 'p', attendance: 'PRESENT' } as const;
    const decision = decideSession(session({}), request, { now, registration }, adviser);
    expect(decision).toEqual({ ok: false, refusal });
  });

  it('keeps no number of people of a unit that sends nobody', () => {
    const request = { command: 'answer', presence: 'ABSENTE', staff: 3 } as const;
    const moment = { now: before, registration: null };
    expect(decideSession(session({}), request, moment, recruiter)).toMatchObject({
      ok: true,
      change: { after: { presence: 'ABSENTE', staff: null } },
    });
  });

  it('lets neither side do what is the other’s', () => {
    const moment = { now: before, registration: null };
    const answer = { command: 'answer', presence: 'SUR_PLACE', staff: 2 } as const;
    const cancel = { command: 'cancel', reason: 'AUTRE' } as const;
    const refused = { ok: false, refusal: 'not-allowed' };
    expect(decideSession(session({}), answer, moment, adviser)).toEqual(refused);
    expect(decideSession(session({}), cancel, moment, recruiter)).toEqual(refused);
  });

  it('counts who is registered and who came as a list of them would, whatever is done', () => {
    const people = fc.constantFrom('p1', 'p2', 'p3', 'p4');
    const requests: fc.Arbitrary<SessionRequest> = fc.oneof(
      fc.record({ command: fc.constantFrom('register', 'unregister'), personId: people }),
      fc.record({
        command: fc.constant('record-attendance' as const),
        personId: people,
        attendance: fc.constantFrom(...ATTENDANCES.values.map(({ code }) => code)),
      }),
    );
    const steps = fc.array(fc.tuple(requests, fc.boolean()), { maxLength: 40 });
    fc.assert(
      fc.property(steps, (all) => {
        const { current, kept } = play(all);
        const came = [...kept.values()].filter((one) => one === 'PRESENT');
        const told = [...kept.values()].filter((one) => one !== null);
        expect(current).toMatchObject({
          registered: kept.size,
          ticked: told.length,
          attended: came.length,
        });
        expect(kept.size).toBeLessThanOrEqual(current.seats);
      }),
    );
  });
});

describe('The moment of a session', () => {
  it('is to come, in the year', () => {
    expect(planIssues(STARTS_AT, before)).toEqual([]);
    expect(planIssues(STARTS_AT, STARTS_AT)).toHaveLength(1);
    expect(planIssues(STARTS_AT, addMillis(STARTS_AT, -367 * 24 * HOUR))).toHaveLength(1);
  });
});

/** Plays requests on a session of three seats, and on a list of who is registered. */
function play(steps: readonly [SessionRequest, boolean][]) {
  let current = session({ seats: 3 });
  const kept = new Map<string, Registration['attendance']>();
  for (const [request, isAfter] of steps) {
    const personId = 'personId' in request ? request.personId : '';
    const attendance = kept.get(personId);
    const registration = attendance === undefined ? null : { personId, attendance };
    const moment = { now: isAfter ? after : before, registration };
    const decision = decideSession(current, request, moment, adviser);
    if (!decision.ok) continue;
    current = decision.change.after;
    const change = decision.change.registration;
    if (change?.kind === 'remove') kept.delete(change.personId);
    if (change?.kind === 'add') kept.set(change.personId, null);
    if (change?.kind === 'tick') kept.set(change.personId, change.attendance);
  }
  return { current, kept };
}

function registered(): Registration {
  return { personId: 'p', attendance: null };
}

function session(said: Partial<InformationSession>): InformationSession {
  return {
    id: 's',
    missionLocaleId: 'ml',
    unitId: 'u',
    startsAt: STARTS_AT,
    place: 'Salle A',
    seats: 10,
    state: 'planned',
    cancelReason: null,
    presence: null,
    staff: null,
    registered: 0,
    ticked: 0,
    attended: 0,
    version: 1,
    ...said,
  };
}

function actor(role: PersonActor['role'], kind: PersonActor['organisation']['kind']): PersonActor {
  return {
    type: 'person',
    id: 'someone',
    role,
    organisation: { id: 'o', code: 'o', kind },
    channel: { kind: 'page' },
    correlationId: 'c',
  };
}
