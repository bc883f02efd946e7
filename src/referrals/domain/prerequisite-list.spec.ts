import { localDate } from '../../kernel/index.js';
import { askedOn, checklistOf, newlyTicked, type ListedPrerequisite } from './prerequisite-list.js';

const FIRST = localDate(2026, 1, 1);
const LAST = localDate(2026, 12, 31);
const list: ListedPrerequisite[] = [
  { scheme: 'SMA', code: 'JDC_A_JOUR', isAsked: true, validFrom: FIRST, validTo: null },
  { scheme: 'SMV', code: 'JDC_A_JOUR', isAsked: false, validFrom: FIRST, validTo: null },
  { scheme: 'SMA', code: 'MOBILITE', isAsked: false, validFrom: FIRST, validTo: LAST },
];

describe('What a scheme asks for', () => {
  it('is so from its first day to its last one', () => {
    const codes = (on: ReturnType<typeof localDate>) =>
      askedOn(list, ['SMA'], on).map(({ code }) => code);
    expect(codes(localDate(2025, 12, 31))).toEqual([]);
    expect(codes(FIRST)).toEqual(['JDC_A_JOUR', 'MOBILITE']);
    expect(codes(LAST)).toEqual(['JDC_A_JOUR', 'MOBILITE']);
    expect(codes(localDate(2027, 1, 1))).toEqual(['JDC_A_JOUR']);
  });

  it('is asked where one of several schemes asks it', () => {
    expect(askedOn(list, ['SMA', 'SMV'], FIRST)[0]).toEqual({ code: 'JDC_A_JOUR', isAsked: true });
    expect(askedOn(list, ['SMV'], FIRST)).toEqual([{ code: 'JDC_A_JOUR', isAsked: false }]);
  });
});

describe('The checklist of a referral', () => {
  it('shows what is asked, ticked or not, and what was ticked and is asked no more', () => {
    const tick = {
      code: 'JDC_A_JOUR',
      tickedOn: FIRST,
      role: 'ml-adviser',
      channel: 'page',
    } as const;
    const asked = askedOn(list, ['SMA'], LAST);
    expect(checklistOf(asked, ['JDC_A_JOUR', 'PROJET_VALIDE'], [tick])).toEqual([
      { code: 'JDC_A_JOUR', isAsked: true, isTicked: true, tick },
      { code: 'MOBILITE', isAsked: false, isTicked: false, tick: null },
      { code: 'PROJET_VALIDE', isAsked: false, isTicked: true, tick: null },
    ]);
  });

  it('keeps the day of what was ticked before, and shows none of what is unticked', () => {
    expect(newlyTicked(['MOBILITE'], ['MOBILITE', 'JDC_A_JOUR'])).toEqual(['JDC_A_JOUR']);
    const tick = {
      code: 'MOBILITE',
      tickedOn: FIRST,
      role: 'ml-adviser',
      channel: 'page',
    } as const;
    expect(checklistOf([{ code: 'MOBILITE', isAsked: false }], [], [tick])).toMatchObject([
      { isTicked: false, tick: null },
    ]);
  });
});
