import fc from 'fast-check';
import {
  addDays,
  codesOf,
  parseLocalDate,
  type Actor,
  type LocalDate,
} from '../../kernel/index.js';
import { EXIT_SITUATIONS } from '../../volunteers/index.js';
import { FOLLOW_UP_SOURCES, MILESTONES, UNKNOWN_SITUATION } from './code-lists.js';
import { decideAnswer, type AnswerRequest } from './decide-answer.js';
import type { FollowUp } from './follow-up.js';
import { isWithin, windowOf } from './milestone.rules.js';
import { responseRate } from './response-rate.rules.js';

const day = (text: string): LocalDate => {
  const read = parseLocalDate(text);
  if (!read) throw new Error(`no such day: ${text}`);
  return read;
};

const service = {
  volunteerId: 'v-1',
  unitId: 'u-1',
  missionLocaleId: 'ml-1',
  exitedOn: day('2026-08-31'),
};
const actor: Actor = {
  type: 'machine',
  id: 'm-1',
  clientId: 'm-1',
  scopes: [],
  organisation: { id: 'ml-1', code: 'ML-1', kind: 'mission-locale' },
  channel: { kind: 'api' },
  correlationId: 'c-1',
};
const KNOWN = {
  situation: 'CDI',
  situationStartedOn: null,
  source: 'DECLARATIF',
  observedOn: day('2027-02-20'),
} as const;

function asked(over: Partial<AnswerRequest> = {}): AnswerRequest {
  return {
    service,
    milestone: 'M6',
    current: null,
    answer: KNOWN,
    today: day('2027-02-20'),
    actor,
    newId: () => 'f-1',
    ...over,
  };
}

/** What becomes of a request, in a word. */
function verdict(over: Partial<AnswerRequest>): string {
  const decision = decideAnswer(asked(over));
  if (decision.ok) return `${decision.change.command} ${decision.change.after.version}`;
  if (decision.refusal !== 'invalid') return decision.refusal;
  return decision.issues.map(({ pointer, code }) => `${pointer} ${code}`).join(', ');
}

const onFile: FollowUp = {
  ...KNOWN,
  id: 'f-1',
  volunteerId: 'v-1',
  unitId: 'u-1',
  missionLocaleId: 'ml-1',
  milestone: 'M6',
  isTakenBack: false,
  version: 3,
};

describe('An answer to a milestone', () => {
  it('is taken in its window, and kept under its milestone', () => {
    const decision = decideAnswer(asked());
    expect(decision).toMatchObject({
      ok: true,
      change: { before: null, command: 'answer', after: { ...onFile, version: 1 } },
    });
  });

  it.each([
    ['2027-01-13', 'not-open'],
    ['2027-01-14', '/observedOn DATE_FUTURE'],
    ['2027-04-14', 'answer 1'],
    ['2027-04-15', 'closed'],
  ])('given on %s: %s', (today, expected) => {
    expect(verdict({ today: day(today) })).toBe(expected);
  });

  it.each([
    [
      'the day before the window',
      { observedOn: day('2027-01-13') },
      '/observedOn DATE_HORS_FENETRE',
    ],
    ['a day to come', { observedOn: day('2027-02-21') }, '/observedOn DATE_FUTURE'],
    ['no reply, and a situation', { source: 'SANS_REPONSE' }, '/source INCOHERENT'],
    ['a situation that is not known', { situation: UNKNOWN_SITUATION }, '/source INCOHERENT'],
    [
      'no reply, since a day',
      {
        situation: UNKNOWN_SITUATION,
        source: 'SANS_REPONSE',
        situationStartedOn: day('2027-01-20'),
      },
      '/situationStartedOn INCOHERENT',
    ],
    [
      'a situation that begins after it was seen',
      { situationStartedOn: day('2027-02-21') },
      '/situationStartedOn CHRONOLOGIE',
    ],
    ['no reply', { situation: UNKNOWN_SITUATION, source: 'SANS_REPONSE' }, 'answer 1'],
    ['since before the exit', { situationStartedOn: day('2026-07-01') }, 'answer 1'],
  ] as const)('that says %s: %s', (_, over, expected) => {
    expect(verdict({ answer: { ...KNOWN, ...over } })).toBe(expected);
  });

  it('that counts may be corrected, even once its window is closed', () => {
    expect(verdict({ current: onFile })).toBe('correct 4');
    expect(verdict({ current: onFile, today: day('2027-06-01') })).toBe('correct 4');
    const elsewhere = { ...KNOWN, observedOn: day('2027-05-01') };
    expect(verdict({ current: onFile, today: day('2027-06-01'), answer: elsewhere })).toBe(
      '/observedOn DATE_HORS_FENETRE',
    );
  });

  it('that no longer counts since the exit was corrected is given again, not corrected', () => {
    const current = { ...onFile, observedOn: day('2026-12-01') };
    expect(verdict({ current })).toBe('answer 4');
    expect(verdict({ current, today: day('2027-04-15') })).toBe('closed');
  });

  it('is never taken when it contradicts itself or its window', () => {
    const near = fc
      .integer({ min: -60, max: 420 })
      .map((count) => addDays(service.exitedOn, count));
    fc.assert(
      fc.property(
        fc.constantFrom(...codesOf(MILESTONES)),
        fc.constantFrom(...codesOf(EXIT_SITUATIONS)),
        fc.constantFrom(...codesOf(FOLLOW_UP_SOURCES)),
        fc.option(near),
        near,
        near,
        (milestone, situation, source, situationStartedOn, observedOn, today) => {
          const answer = { situation, source, situationStartedOn, observedOn };
          const decision = decideAnswer(asked({ milestone, answer, today }));
          const window = windowOf(service.exitedOn, milestone);
          if (!decision.ok) return;
          expect(isWithin(window, today) && isWithin(window, observedOn)).toBe(true);
          expect(observedOn <= today).toBe(true);
          expect(source === 'SANS_REPONSE').toBe(situation === 'NON_CONNU');
          expect(situationStartedOn === null || situationStartedOn <= observedOn).toBe(true);
        },
      ),
    );
  });
});

describe('A response rate', () => {
  it('is never said of nobody, nor rounded up to all', () => {
    expect(responseRate('M3', 0, 0).percent).toBeNull();
    expect(responseRate('M3', 199, 200).percent).toBe(99);
    expect(responseRate('M3', 200, 200).percent).toBe(100);
  });
});
