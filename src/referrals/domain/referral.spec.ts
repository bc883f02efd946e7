import { hasSameDetails, type ReferralDetails } from './referral.js';
import { parseLocalDate } from '../../kernel/index.js';

const DETAILS: ReferralDetails = {
  volunteerType: 'VS',
  trackWish: null,
  diplomaLevel: 'N3',
  support: 'AUCUN',
  cejStartsOn: null,
  cejEndsOn: null,
  prerequisites: ['JDC_A_JOUR', 'MOBILITE'],
  informedOn: parseLocalDate('2026-11-20')!,
  noticeVersion: '1',
  referentMailbox: null,
};

describe('Two sets of details', () => {
  it('are the same in another order of prerequisites', () => {
    const other = { ...DETAILS, prerequisites: ['MOBILITE', 'JDC_A_JOUR'] as const };
    expect(hasSameDetails(DETAILS, other)).toBe(true);
  });

  it.each<[keyof ReferralDetails, unknown]>([
    ['volunteerType', 'VT'],
    ['trackWish', 'BTP'],
    ['diplomaLevel', 'N4'],
    ['support', 'PACEA'],
    ['cejStartsOn', '2026-09-01'],
    ['cejEndsOn', '2026-09-01'],
    ['prerequisites', ['JDC_A_JOUR']],
    ['informedOn', '2026-11-19'],
    ['noticeVersion', '2'],
    ['referentMailbox', 'accueil@ml.exemple.invalid'],
  ])('differ by %s', (key, value) => {
    expect(hasSameDetails(DETAILS, { ...DETAILS, [key]: value })).toBe(false);
  });
});
