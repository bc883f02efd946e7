import { addDays, parseLocalDate, type LocalDate } from '../../kernel/index.js';
import type { ReferralDetails } from './referral.js';
import { ageWarnings, detailIssues, placeIssues } from './referral.rules.js';

function on(text: string): LocalDate {
  const date = parseLocalDate(text);
  if (!date) throw new Error(`no day ${text}`);
  return date;
}

const DETAILS: ReferralDetails = {
  volunteerType: 'VS',
  trackWish: null,
  diplomaLevel: 'N3',
  support: 'CEJ',
  cejStartsOn: on('2026-09-01'),
  cejEndsOn: on('2027-08-31'),
  prerequisites: ['JDC_A_JOUR'],
  informedOn: on('2026-11-20'),
  noticeVersion: '1',
  referentMailbox: null,
};

const REFERRED_ON = on('2026-11-20');

const issues = (over: Partial<ReferralDetails>) =>
  detailIssues({ ...DETAILS, ...over }, REFERRED_ON).map(({ pointer, code }) => [pointer, code]);

describe('The details of a referral', () => {
  it('may be in order', () => {
    expect(issues({})).toEqual([]);
  });

  it.each<[string, Partial<ReferralDetails>, string, string]>([
    ['no start of the CEJ', { cejStartsOn: null }, '/cejStartsOn', 'required'],
    ['no end of the CEJ', { cejEndsOn: null }, '/cejEndsOn', 'required'],
    ['an end on the first day', { cejEndsOn: on('2026-09-01') }, '/cejEndsOn', 'CHRONOLOGIE'],
    ['a day more than 18 months', { cejEndsOn: on('2028-03-02') }, '/cejEndsOn', 'CHRONOLOGIE'],
    ['a notice after the referral', { informedOn: on('2026-11-21') }, '/informedOn', 'CHRONOLOGIE'],
    [
      'an unknown prerequisite',
      { prerequisites: ['JDC_A_JOUR', 'VOITURE' as 'MOBILITE'] },
      '/prerequisites/1',
      'CODE_INCONNU',
    ],
  ])('are refused for %s', (_, over, pointer, code) => {
    expect(issues(over)).toEqual([[pointer, code]]);
  });

  it.each<[string, Partial<ReferralDetails>]>([
    ['a CEJ of 18 months to the day', { cejEndsOn: on('2028-03-01') }],
    ['a CEJ of one day', { cejEndsOn: on('2026-09-02') }],
    ['no CEJ and no dates', { support: 'PACEA', cejStartsOn: null, cejEndsOn: null }],
    ['a notice given on the day', { informedOn: REFERRED_ON }],
  ])('are taken for %s', (_, over) => {
    expect(issues(over)).toEqual([]);
  });
});

describe('The age on the day of the referral', () => {
  const yearsBefore = (years: number): LocalDate => on(`${2026 - years}-11-20`);

  it.each([
    ['16 today', yearsBefore(16), []],
    ['16 tomorrow', addDays(yearsBefore(16), 1), ['AGE_HORS_DISPOSITIF']],
    ['27 tomorrow', addDays(yearsBefore(27), 1), []],
    ['27 today', yearsBefore(27), ['AGE_HORS_DISPOSITIF']],
  ])('only warns outside the scheme: %s', (_, birth, codes) => {
    expect(ageWarnings(birth, REFERRED_ON).map(({ code }) => code)).toEqual(codes);
  });
});

describe('The places of a young person', () => {
  const isPlace = (code: string) => ['97411', '99350'].includes(code);

  it.each([
    ['known places', '99350', '97411'],
    ['no place at all', null, null],
  ])('are right: %s', (_, birth, home) => {
    expect(placeIssues(birth, home, isPlace)).toEqual([]);
  });

  it.each([
    ['00000', '97411', '/youngPerson/birthPlaceCode'],
    ['97400', '97411', '/youngPerson/birthPlaceCode'],
    ['97411', '97400', '/youngPerson/address/communeCode'],
  ])('are refused when no commune has the code: %s, %s', (birth, home, pointer) => {
    expect(placeIssues(birth, home, isPlace)).toEqual([
      expect.objectContaining({ pointer, code: 'CODE_COMMUNE_INCONNU' }),
    ]);
  });
});
