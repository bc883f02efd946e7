import { parseLocalDate } from '../../kernel/index.js';
import { toDecision, type OutcomeInput } from './candidacy.rules.js';
import type { MedicalConclusion } from './candidacy.js';
import { saysOutcome } from './repeated-outcome.js';

const day = (text: string) => parseLocalDate(text)!;
const POSTPONED: OutcomeInput = {
  code: 'AJOURNE',
  decidedOn: day('2026-11-25'),
  reexaminationOn: day('2027-03-01'),
  assessedLevel: 'EFFICACE',
  plannedIncorporationOn: null,
  contingent: null,
};
const UNFIT: OutcomeInput = { ...POSTPONED, code: 'INAPTE_TEMPORAIRE' };
const conclusion: MedicalConclusion = {
  code: 'INAPTE_TEMPORAIRE',
  reexaminationOn: day('2027-03-01'),
};
const fileOf = (outcome: OutcomeInput) => ({ decision: toDecision(outcome) });

describe('A file says an outcome', () => {
  it('that was recorded on it, the conclusion behind the mask included', () => {
    expect(saysOutcome(fileOf(POSTPONED), null, POSTPONED)).toBe(true);
    expect(saysOutcome(fileOf(UNFIT), conclusion, UNFIT)).toBe(true);
  });

  it('whose conclusion was purged, as far as its record goes', () => {
    expect(saysOutcome(fileOf(UNFIT), null, { ...UNFIT, code: 'INAPTE_DEFINITIF' })).toBe(true);
  });

  it.each<Partial<OutcomeInput>>([
    { code: 'ABSENT' },
    { code: 'INAPTE_TEMPORAIRE' },
    { decidedOn: day('2026-11-26') },
    { reexaminationOn: day('2027-03-02') },
    { assessedLevel: 'MEDIOCRE' },
    { plannedIncorporationOn: day('2027-04-01') },
    { contingent: 'A' },
  ])('only when nothing of it differs: %j', (change) => {
    expect(saysOutcome(fileOf(POSTPONED), null, { ...POSTPONED, ...change })).toBe(false);
  });

  it('only when the conclusion is the same, and its re-examination', () => {
    const final = { ...UNFIT, code: 'INAPTE_DEFINITIF' as const };
    expect(saysOutcome(fileOf(UNFIT), conclusion, final)).toBe(false);
    const later = { ...UNFIT, reexaminationOn: day('2027-05-01') };
    expect(saysOutcome(fileOf(UNFIT), conclusion, later)).toBe(false);
  });

  it('only when it has a decision', () => {
    expect(saysOutcome({ decision: null }, null, POSTPONED)).toBe(false);
  });
});
