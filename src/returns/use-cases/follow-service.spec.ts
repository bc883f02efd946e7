import fc from 'fast-check';
import { addDays, parseLocalDate, type Actor, type LocalDate } from '../../kernel/index.js';
import {
  decideVolunteer,
  EXIT_REASONS,
  EXIT_SITUATIONS,
  returnCause,
  type Exit,
  type Volunteer,
  type VolunteerChange,
  type VolunteerCommand,
} from '../../volunteers/index.js';
import { commandOf, decideReturn } from '../domain/decide-return.js';
import { RETURN_ANSWERS } from '../domain/code-lists.js';
import type { DeadlineBook } from '../domain/deadline.rules.js';
import { isActive, type ReturnEpisode } from '../domain/return-episode.js';
import { followService, wantedReturn } from './follow-service.js';

function on(text: string): LocalDate {
  const date = parseLocalDate(text);
  if (!date) throw new Error(`no day ${text}`);
  return date;
}

const TODAY = on('2026-12-15');
const BOOK: DeadlineBook = { place: { organisationId: 'ml', territory: 'RE' }, overrides: [] };

const EXIT: Exit = {
  exitedOn: TODAY,
  isAnnounced: false,
  reason: 'DENONCIATION_VOLONTAIRE',
  situation: 'SANS_SOLUTION',
  wantsSupport: true,
  certifications: [],
  assessedLevel: null,
};
const SOLVED: Exit = { ...EXIT, reason: 'FIN_CONTRAT', situation: 'CDI', wantsSupport: false };

const SERVICE: Volunteer = {
  id: 'volunteer',
  unitId: 'unit',
  missionLocaleId: 'ml',
  referralId: 'referral',
  candidacyId: 'candidacy',
  personId: 'person',
  personOwnerId: 'ml',
  volunteerType: 'VS',
  track: null,
  site: null,
  state: 'in-service',
  stateOn: on('2026-03-02'),
  incorporatedOn: on('2026-03-02'),
  plannedEndOn: on('2027-03-01'),
  presence: null,
  exit: null,
  asOf: null,
  version: 1,
};
const left = (exit: Exit): Volunteer => ({ ...SERVICE, state: 'exited', exit });

const unit: Actor = {
  type: 'machine',
  id: 'machine',
  clientId: 'client',
  scopes: [],
  organisation: { id: 'unit', code: 'RSMA-RE', kind: 'unit' },
  channel: { kind: 'api' },
  correlationId: 'c',
};
const adviser: Actor = {
  type: 'person',
  id: 'adviser',
  role: 'ml-adviser',
  organisation: { id: 'ml', code: '97411S00', kind: 'mission-locale' },
  channel: { kind: 'page' },
  correlationId: 'c',
};

function change(command: VolunteerCommand, before: Volunteer, after: Volunteer): VolunteerChange {
  return { before, after, command, effectiveOn: TODAY, actor: unit, isMedical: false };
}

function follow(of: VolunteerChange, latest: ReturnEpisode | null, today = TODAY) {
  return followService(of, { latest, book: BOOK, today, newId: () => 'return' })?.after ?? null;
}

const opened = follow(change('exit', SERVICE, left(EXIT)), null);
if (!opened) throw new Error('a dropout opens a return');
const acknowledged: ReturnEpisode = { ...opened, state: 'acknowledged' };
const closed: ReturnEpisode = { ...opened, state: 'closed', deadline: null, escalatesOn: null };

describe('What a service does to its return', () => {
  it('opens one at once for a dropout, with the day it is due', () => {
    expect(opened).toMatchObject({
      state: 'open',
      cause: 'dropout',
      endsOn: '2026-12-15',
      deadline: { rule: 'return-acknowledge', from: '2026-12-15', dueOn: '2026-12-18' },
      escalation: 'adviser',
    });
  });

  it.each([
    [SOLVED, null],
    [{ ...SOLVED, wantsSupport: true }, 'wish'],
    [{ ...SOLVED, situation: 'NON_CONNU' }, 'no-solution'],
    [{ ...SOLVED, reason: 'DEPART_SANS_AUTORISATION' }, 'dropout'],
  ] as const)('opens one when there is a reason: %j', (exit, cause) => {
    expect(follow(change('exit', SERVICE, left(exit)), null)?.cause ?? null).toBe(cause);
  });

  it('opens one for whom the unit never saw, and ends it when the young person comes after all', () => {
    const absent: Volunteer = { ...SERVICE, state: 'absent', stateOn: TODAY };
    const [again, back] = [change('miss', absent, absent), change('incorporate', absent, SERVICE)];
    const waiting = follow({ ...again, before: null }, null);
    const taken: ReturnEpisode = { ...acknowledged, cause: 'absent' };

    expect(waiting).toMatchObject({ state: 'open', cause: 'absent', endsOn: TODAY });
    for (const latest of [waiting, taken, closed]) expect(follow(again, latest)).toBeNull();
    const later = { ...absent, stateOn: addDays(TODAY, 3) };
    const moved = follow(change('miss', absent, later), waiting);
    expect(moved).toMatchObject({ state: 'open', cause: 'absent', endsOn: later.stateOn });
    expect(follow(back, waiting)).toMatchObject({ state: 'cancelled' });
    const settled = { state: 'acknowledged', cause: null, deadline: { rule: 'return-settle' } };
    expect(follow(back, taken)).toMatchObject(settled);
    expect(follow(back, closed)).toBeNull();
  });

  it.each([
    ['2027-01-29', null],
    ['2027-01-30', 'prepared'],
    ['2027-03-01', 'prepared'],
  ])('is prepared thirty days before the planned end: on %s %s', (today, state) => {
    const amended = change('amend', SERVICE, SERVICE);
    expect(follow(amended, null, on(today))?.state ?? null).toBe(state);
  });

  it('is not prepared for somebody who was announced with a solution', () => {
    const announced = { ...SERVICE, exit: { ...SOLVED, exitedOn: addDays(TODAY, 10) } };
    expect(follow(change('announce-exit', SERVICE, announced), null)).toBeNull();
    expect(wantedReturn(announced, BOOK, TODAY).state).toBe('none');
  });

  it('goes from prepared to open on the exit, or is cancelled by a solution', () => {
    const near = on('2027-02-15');
    const prepared = follow(change('amend', SERVICE, SERVICE), null, near);
    expect(prepared).toMatchObject({ state: 'prepared', cause: 'planned-end', escalatesOn: null });
    const of = (exit: Exit) => change('exit', SERVICE, left({ ...exit, exitedOn: near }));

    expect(follow(of(EXIT), prepared, near)).toMatchObject({
      state: 'open',
      cause: 'dropout',
      countsFrom: '2027-02-15',
    });
    expect(follow(of(SOLVED), prepared, near)).toMatchObject({
      state: 'cancelled',
      deadline: null,
    });
  });

  it('moves the date of a preparation with the planned end, and cancels it when that goes far', () => {
    const near = on('2027-02-15');
    const prepared = follow(change('amend', SERVICE, SERVICE), null, near);
    const ending = (day: string) => ({ ...SERVICE, plannedEndOn: on(day) });
    const moved = follow(change('amend', SERVICE, ending('2027-03-10')), prepared, near);

    expect(moved).toMatchObject({ state: 'prepared', deadline: { dueOn: '2027-03-10' } });
    expect(follow(change('amend', SERVICE, ending('2027-09-01')), prepared, near)?.state).toBe(
      'cancelled',
    );
    expect(follow(change('report-presence', SERVICE, SERVICE), prepared, near)).toBeNull();
  });

  it.each([
    ['resume', SERVICE],
    ['correct-exit', left(SOLVED)],
  ] as const)('is cancelled by %s while nobody touched it, and never after', (command, after) => {
    const corrected = change(command, left(EXIT), after);

    expect(follow(corrected, opened)?.state).toBe('cancelled');
    expect(follow(corrected, acknowledged)).toMatchObject({
      state: 'acknowledged',
      cause: null,
      deadline: { rule: 'return-settle', dueOn: '2026-12-22' },
    });
    expect(follow(corrected, closed)).toMatchObject({ state: 'closed', cause: null });
  });

  it('counts the days anew when somebody who was taken back leaves again', () => {
    const resumed = follow(change('resume', left(EXIT), SERVICE), acknowledged);
    const later = on('2027-01-11');
    const again = follow(
      change('exit', SERVICE, left({ ...EXIT, exitedOn: later })),
      resumed,
      later,
    );

    expect(again).toMatchObject({
      state: 'acknowledged',
      cause: 'dropout',
      deadline: { rule: 'return-first-contact', from: '2027-01-11' },
    });
  });

  it('is another return for another dropout, whatever was answered to the first', () => {
    const second = follow(change('exit', SERVICE, left(EXIT)), { ...closed, id: 'first' });
    expect(second).toMatchObject({ id: 'return', state: 'open', attempts: 0, answer: null });
  });

  it('stays with the unit when no mission locale is known', () => {
    const direct = { ...left(EXIT), missionLocaleId: null };
    expect(follow(change('exit', SERVICE, direct), null)).toMatchObject({
      state: 'open',
      missionLocaleId: null,
      deadline: { rule: 'return-attach', dueOn: '2026-12-22' },
      escalatesOn: null,
    });
  });

  it('leaves nobody without a return, whatever the unit tells in whatever order', () => {
    const act = fc.record({
      command: fc.constantFrom<VolunteerCommand | 'answer' | 'acknowledge'>(
        'exit',
        'correct-exit',
        'resume',
        'announce-exit',
        'amend',
        'report-presence',
        'answer',
        'acknowledge',
      ),
      reason: fc.constantFrom(...EXIT_REASONS.values.map(({ code }) => code)),
      situation: fc.constantFrom(...EXIT_SITUATIONS.values.map(({ code }) => code)),
      wantsSupport: fc.boolean(),
      code: fc.constantFrom(...RETURN_ANSWERS.values.map(({ code }) => code)),
      days: fc.integer({ min: 0, max: 90 }),
    });
    fc.assert(
      fc.property(fc.array(act, { maxLength: 25 }), (acts) => {
        let [volunteer, today, count] = [SERVICE, TODAY, 0];
        let latest: ReturnEpisode | null = null;
        for (const { command, reason, situation, wantsSupport, code, days } of acts) {
          today = addDays(today, days % 5);
          if (command === 'answer' || command === 'acknowledge') {
            if (!latest) continue;
            const answer = { code, contactedOn: today };
            const decided = decideReturn({
              episode: latest,
              command: command === 'answer' ? commandOf(code) : command,
              actor: adviser,
              effectiveOn: today,
              today,
              book: BOOK,
              ...(command === 'answer' ? { answer } : {}),
            });
            if (decided.ok) latest = decided.change.after;
            continue;
          }
          const exitedOn = command === 'announce-exit' ? addDays(today, days + 1) : today;
          const exit = { ...EXIT, exitedOn, reason, situation, wantsSupport };
          const decided = decideVolunteer({
            volunteer,
            command,
            actor: unit,
            effectiveOn: today,
            today,
            asOf: { on: today, sequence: 0, line: 0 },
            writes: command.includes('exit') ? { exit } : {},
          });
          if (!decided.ok) continue;
          const before: ReturnEpisode | null = latest;
          const followed = followService(decided.change, {
            latest,
            book: BOOK,
            today,
            newId: () => `return-${(count += 1)}`,
          });
          volunteer = decided.change.after;
          if (followed) latest = followed.after;
          const isOut = volunteer.state === 'exited' && volunteer.exit !== null;
          const cause = volunteer.exit && isOut ? returnCause(volunteer.exit) : null;
          // Who left for a reason is somebody's: waiting, taken up, or answered for this very exit.
          if (cause) expect(latest && (isActive(latest) || latest.state === 'closed')).toBe(true);
          if (cause && command === 'exit') expect(latest && isActive(latest)).toBe(true);
          // Who left with a solution is nobody's task, unless somebody had taken the return up.
          if (isOut && !cause && latest && isActive(latest))
            expect(latest.state).toBe('acknowledged');
          const wasTaken = before && ['acknowledged', 'closed'].includes(before.state);
          if (wasTaken && latest?.id === before.id) expect(latest.state).toBe(before.state);
          if (before && isActive(before) && wasTaken) expect(latest?.id).toBe(before.id);
        }
      }),
    );
  });
});
