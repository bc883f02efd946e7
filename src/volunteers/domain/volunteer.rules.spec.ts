import { parseLocalDate, type LocalDate } from '../../kernel/index.js';
import { EXIT_REASONS } from './code-lists.js';
import {
  exitIssues,
  incorporationIssues,
  isDropout,
  probationEndsOn,
  returnCause,
  type ExitInput,
  type IncorporationInput,
} from './volunteer.rules.js';
import { recordedReason, type Exit } from './volunteer.js';

function on(text: string): LocalDate {
  const date = parseLocalDate(text);
  if (!date) throw new Error(`no day ${text}`);
  return date;
}

const TODAY = on('2026-12-15');
const EXIT: ExitInput = {
  exitedOn: TODAY,
  isAnnounced: false,
  reason: 'FIN_CONTRAT',
  situation: 'CDI',
  wantsSupport: false,
  certifications: [],
  assessedLevel: null,
};

describe('An incorporation', () => {
  const input: IncorporationInput = {
    incorporatedOn: on('2026-12-01'),
    volunteerType: 'VS',
    track: null,
    site: null,
    plannedEndOn: on('2027-11-30'),
  };

  it.each([
    [{}, []],
    [{ incorporatedOn: TODAY }, []],
    [{ incorporatedOn: on('2026-12-16') }, ['DATE_FUTURE']],
    [{ incorporatedOn: null }, ['required']],
    [{ plannedEndOn: null }, ['required']],
    [{ plannedEndOn: on('2026-12-01') }, ['CHRONOLOGIE']],
    [{ plannedEndOn: on('2031-12-01') }, []],
    [{ plannedEndOn: on('2031-12-02') }, ['constraint-error']],
  ])('of %j has for faults %j', (change, codes) => {
    const issues = incorporationIssues({ ...input, ...change }, TODAY);
    expect(issues.map(({ code }) => code)).toEqual(codes);
  });

  it.each([
    ['2026-03-02', '2026-05-01'],
    ['2025-12-31', '2026-02-27'],
    ['2023-12-31', '2024-02-28'],
    ['2026-07-31', '2026-09-29'],
  ])('of %s has its probation until %s', (incorporated, end) => {
    expect(probationEndsOn(on(incorporated))).toBe(end);
  });
});

describe('An exit', () => {
  it('is not dated tomorrow, but an announcement is', () => {
    const tomorrow = { ...EXIT, exitedOn: on('2026-12-16') };

    expect(exitIssues(tomorrow, TODAY).map(({ code }) => code)).toEqual(['DATE_FUTURE']);
    expect(exitIssues(tomorrow, null)).toEqual([]);
  });

  it.each([
    ['ENGAGEMENT_ARMEES', 'ARMEES', 0],
    ['ENGAGEMENT_ARMEES', 'CDI', 1],
    ['FIN_ANTICIPEE_INSERTION', 'SANS_SOLUTION', 1],
    ['FIN_ANTICIPEE_INSERTION', 'NON_CONNU', 1],
    ['FIN_ANTICIPEE_INSERTION', 'CDD_6P', 0],
    ['RESILIATION_DEMANDE', 'CDI', 0],
  ] as const)('by %s with %s contradicts itself %i times', (reason, situation, faults) => {
    expect(exitIssues({ ...EXIT, reason, situation }, TODAY)).toHaveLength(faults);
  });

  it('is a dropout for the five reasons that break the contract', () => {
    const dropouts = EXIT_REASONS.values.filter(({ code }) =>
      isDropout({ reason: recordedReason(code) }),
    );

    expect(dropouts.map(({ code }) => code)).toEqual([
      'DENONCIATION_VOLONTAIRE',
      'DENONCIATION_AUTORITE',
      'RESILIATION_DEMANDE',
      'RESILIATION_AUTORITE',
      'DEPART_SANS_AUTORISATION',
    ]);
  });

  it('hands the young person back after a dropout, without a solution, or when they wish it', () => {
    const causeOf = (change: Partial<Exit>) =>
      returnCause({ ...EXIT, reason: recordedReason(EXIT.reason), ...change });

    expect(causeOf({ reason: 'DEPART_SANS_AUTORISATION' })).toBe('dropout');
    expect(causeOf({ situation: 'SANS_SOLUTION' })).toBe('no-solution');
    expect(causeOf({ situation: 'NON_CONNU' })).toBe('no-solution');
    expect(causeOf({ wantsSupport: true })).toBe('wish');
    expect(causeOf({})).toBeNull();
  });

  it.each(['SANS_SOLUTION', 'NON_CONNU'] as const)(
    'with %s leaves nobody to nobody',
    (situation) => {
      const causes = EXIT_REASONS.values.map(({ code }) =>
        returnCause({ ...EXIT, reason: recordedReason(code), situation }),
      );

      expect(causes).not.toContain(null);
    },
  );

  it('reads like another reason when it is medical', () => {
    expect(recordedReason('INAPTITUDE_EN_COURS')).toBe('AUTRE');
  });
});
