import { addDays, parseLocalDate, type LocalDate } from '../../kernel/index.js';
import type { Candidacy, Decision, MedicalConclusion } from './candidacy.js';
import {
  decisionRefusal,
  outcomeIssues,
  precedesReferral,
  reopeningRefusal,
  toDecision,
  type CandidacyContext,
  type OutcomeInput,
} from './candidacy.rules.js';
import { OUTCOME_CODES } from './code-lists.js';

function on(text: string): LocalDate {
  const date = parseLocalDate(text);
  if (!date) throw new Error(`no day ${text}`);
  return date;
}

const DECIDED_ON = on('2026-11-17');
const TODAY = on('2026-12-15');

function decided(over: Partial<Decision> = {}): Candidacy {
  const decision: Decision = {
    code: 'AJOURNE',
    decidedOn: DECIDED_ON,
    reexaminationOn: on('2026-12-10'),
    assessedLevel: 'NON_EVALUE',
    plannedIncorporationOn: null,
    contingent: null,
    ...over,
  };
  return { decision } as Candidacy;
}

function context(over: Partial<CandidacyContext> = {}): CandidacyContext {
  const asOf = { on: TODAY, sequence: 0, line: 0 };
  return { today: TODAY, asOf, medical: null, isCorrection: false, ...over };
}

const masked = decided({ code: 'NON_RETENU', reexaminationOn: null });
const temporary: MedicalConclusion = {
  code: 'INAPTE_TEMPORAIRE',
  reexaminationOn: on('2026-12-10'),
};

describe('A decision over another one', () => {
  const refusal = (candidacy: Candidacy, code: string, day: LocalDate, over = {}) =>
    decisionRefusal(
      candidacy,
      context({ outcome: { code: code as 'ABSENT', decidedOn: day }, ...over }),
    );

  it.each([
    ['the first one', { decision: null } as Candidacy, 'ABSENT', DECIDED_ON, undefined],
    ['a later one wins', decided(), 'ABSENT', addDays(DECIDED_ON, 1), undefined],
    ['the same one completes it', decided(), 'AJOURNE', DECIDED_ON, undefined],
    ['another one of the same day', decided(), 'ABSENT', DECIDED_ON, 'SUITE_CONTRADICTOIRE'],
    ['an earlier one', decided(), 'AJOURNE', addDays(DECIDED_ON, -1), 'CHRONOLOGIE'],
  ])('%s', (_, candidacy, code, day, expected) => {
    expect(refusal(candidacy, code, day)).toBe(expected);
  });

  it('is compared with the conclusion behind the mask', () => {
    const medical = temporary;
    expect(refusal(masked, 'INAPTE_TEMPORAIRE', DECIDED_ON, { medical })).toBeUndefined();
    expect(refusal(masked, 'INAPTE_DEFINITIF', DECIDED_ON, { medical })).toBe(
      'SUITE_CONTRADICTOIRE',
    );
    expect(refusal(masked, 'NON_RETENU_SELECTION', DECIDED_ON, { medical })).toBe(
      'SUITE_CONTRADICTOIRE',
    );
  });

  it('corrects whatever was said, when it is a correction', () => {
    const isCorrection = true;
    expect(refusal(decided(), 'ABSENT', DECIDED_ON, { isCorrection })).toBeUndefined();
    expect(refusal(decided(), 'ABSENT', addDays(DECIDED_ON, -9), { isCorrection })).toBeUndefined();
  });
});

describe('Taking a candidacy up again', () => {
  const at = (day: string, more: Partial<CandidacyContext> = {}) =>
    context({ asOf: { on: on(day), sequence: 1, line: 2 }, ...more });

  it.each([
    ['on the day of re-examination', decided(), at('2026-12-10'), undefined],
    ['on the day before', decided(), at('2026-12-09'), 'TRANSITION_INTERDITE'],
    [
      'after a postponement without a day',
      decided({ reexaminationOn: null }),
      at('2026-11-18'),
      undefined,
    ],
    ['after an absence', decided({ code: 'ABSENT' }), at('2026-12-31'), 'TRANSITION_INTERDITE'],
    [
      'after an absence, by a correction',
      decided({ code: 'ABSENT' }),
      at('2026-12-31', { isCorrection: true }),
      undefined,
    ],
    ['behind the mask, on its day', masked, at('2026-12-10', { medical: temporary }), undefined],
    [
      'behind the mask, before its day',
      masked,
      at('2026-12-09', { medical: temporary }),
      'TRANSITION_INTERDITE',
    ],
    [
      'after a definitive conclusion',
      masked,
      at('2027-12-10', { medical: { code: 'INAPTE_DEFINITIF', reexaminationOn: null } }),
      'TRANSITION_INTERDITE',
    ],
    ['behind a mask nobody opened', masked, at('2027-12-10'), 'TRANSITION_INTERDITE'],
  ])('%s', (_, candidacy, ctx, expected) => {
    expect(reopeningRefusal(candidacy, ctx)).toBe(expected);
  });
});

describe('An act of the unit', () => {
  const referredOn = on('2026-11-20');
  it.each([
    [0, false],
    [-1, false],
    [-2, true],
  ])('dated %i days from the referral precedes it: %s', (days, expected) => {
    expect(precedesReferral(addDays(referredOn, days), referredOn)).toBe(expected);
  });
});

function outcome(over: Partial<OutcomeInput> = {}): OutcomeInput {
  return {
    code: 'ABSENT',
    decidedOn: DECIDED_ON,
    reexaminationOn: null,
    assessedLevel: 'NON_EVALUE',
    plannedIncorporationOn: null,
    contingent: null,
    ...over,
  };
}

describe('An outcome', () => {
  const issues = (over: Partial<OutcomeInput>) =>
    outcomeIssues(outcome(over), TODAY).map(({ pointer, code }) => `${pointer} ${code}`);
  const tomorrow = addDays(TODAY, 1);
  const dayAfter = addDays(DECIDED_ON, 1);

  it.each<[Partial<OutcomeInput>, string[]]>([
    [{}, []],
    [{ decidedOn: TODAY }, []],
    [{ decidedOn: tomorrow }, ['/decidedOn DATE_FUTURE']],
    [{ code: 'AJOURNE' }, ['/reexaminationOn required']],
    [{ code: 'INAPTE_TEMPORAIRE' }, ['/reexaminationOn required']],
    [{ code: 'AJOURNE', reexaminationOn: dayAfter }, []],
    [{ code: 'AJOURNE', reexaminationOn: DECIDED_ON }, ['/reexaminationOn CHRONOLOGIE']],
    [{ reexaminationOn: dayAfter }, ['/reexaminationOn constraint-error']],
    [
      { code: 'INAPTE_DEFINITIF', reexaminationOn: dayAfter },
      ['/reexaminationOn constraint-error'],
    ],
    [{ code: 'APTE_RETENU' }, ['/plannedIncorporationOn required']],
    [{ code: 'APTE_RETENU', plannedIncorporationOn: DECIDED_ON }, []],
    [
      { code: 'APTE_RETENU', plannedIncorporationOn: addDays(DECIDED_ON, -1) },
      ['/plannedIncorporationOn CHRONOLOGIE'],
    ],
  ])('%j is wrong about %j', (over, expected) => {
    expect(issues(over)).toEqual(expected);
  });

  it.each(OUTCOME_CODES.values.map(({ code }) => code))(
    '%s is kept without a medical word',
    (code) => {
      const kept = toDecision(outcome({ code, reexaminationOn: dayAfter }));
      const isMedical = code.startsWith('INAPTE');
      expect(kept.code).toBe(isMedical ? 'NON_RETENU' : code);
      expect(kept.reexaminationOn).toBe(isMedical ? null : dayAfter);
    },
  );

  it('names its contingent after the month of incorporation, unless told', () => {
    const plannedIncorporationOn = on('2027-01-11');
    expect(toDecision(outcome({ plannedIncorporationOn })).contingent).toBe('2027-01');
    expect(toDecision(outcome({ plannedIncorporationOn, contingent: 'A1' })).contingent).toBe('A1');
    expect(toDecision(outcome()).contingent).toBeNull();
  });
});
