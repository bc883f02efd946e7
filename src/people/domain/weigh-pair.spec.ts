import fc from 'fast-check';
import { parseBirthDate } from './birth-date.js';
import { differingParts } from './differing-parts.js';
import { NO_CONTACT, type KnownIdentity } from './person-record.js';
import { rankCandidates, weighPair } from './weigh-pair.js';

const here = (code: string) => code;
const birthDate = parseBirthDate('2005-03-11')!;
const LEA: KnownIdentity = {
  birthName: 'PAYET',
  usageName: null,
  firstNames: ['Léa'],
  sex: 'F',
  birthDate,
  birthPlaceCode: '97411',
  birthPlaceLabel: null,
};
const HOME = { ...NO_CONTACT, postalCode: '97400', phone: '0692000000' };
const lea = (over: Partial<KnownIdentity> = {}, id = 'a') => ({
  id,
  identity: { ...LEA, ...over },
  contact: HOME,
});

const word = fc.string({ unit: fc.constantFrom(...'ABEILNORST'), minLength: 1, maxLength: 7 });
const someone = fc
  .record({
    birthName: word,
    firstNames: fc.array(word, { minLength: 1, maxLength: 2 }),
    sex: fc.constantFrom('F' as const, 'M' as const, 'I' as const),
    day: fc.integer({ min: 1, max: 28 }),
    birthPlaceCode: fc.constantFrom('97411', '97416', '99397', null),
  })
  .map(({ day, ...traits }) =>
    lea({ ...traits, birthDate: parseBirthDate(`2005-03-${String(day).padStart(2, '0')}`)! }),
  );

describe('The weight of a pair', () => {
  it('adds the table of exchange.md 7.f', () => {
    expect(weighPair(lea(), lea(), here).total).toBe(92 + 68 + 118 + 10 + 64 + 69 + 155);
    const stranger = lea({
      birthName: 'BOYER',
      firstNames: ['Jules'],
      sex: 'M',
      birthDate: parseBirthDate('2003-07-02')!,
      birthPlaceCode: '97608',
    });
    expect(weighPair(lea(), { identity: stranger.identity }, here).total).toBe(
      -56 - 50 - 65 - 66 - 38,
    );
  });

  it('takes exchanged names for three less, and says so', () => {
    const swapped = weighPair(lea({ birthName: 'LEA', firstNames: ['Payet'] }), lea(), here);
    expect(swapped).toMatchObject({
      isSwapped: true,
      total: weighPair(lea(), lea(), here).total - 30,
    });
  });

  it('is the same in both directions', () => {
    fc.assert(
      fc.property(someone, someone, (one, other) => {
        expect(weighPair(one, other, here).total).toBe(weighPair(other, one, here).total);
      }),
    );
  });
});

describe('The ranking of candidates', () => {
  it('puts the likeliest first, and says very likely only with a margin', () => {
    const sister = lea({ firstNames: ['Inès'] }, 'sister');
    const ranked = rankCandidates(lea(), [sister, lea({}, 'herself')], 10_000, here);
    expect(ranked.map(({ candidate, band }) => [candidate.id, band])).toEqual([
      ['herself', 'very-likely'],
      ['sister', 'possible'],
    ]);
  });

  it('is sure of nobody among two who are alike', () => {
    const ranked = rankCandidates(lea(), [lea({}, 'b'), lea({}, 'a')], 10_000, here);
    expect(ranked.map(({ candidate, band }) => [candidate.id, band])).toEqual([
      ['a', 'possible'],
      ['b', 'possible'],
    ]);
  });
});

describe('The characters that differ', () => {
  it.each([
    ['PAYET', 'PAYEET', 'PAYET', 'PAYE(E)T'],
    ['Léa', 'LENA', 'Léa', 'LE(N)A'],
    ['HOARAU', 'BOYER', '(H)O(A)R(AU)', '(B)O(YE)R'],
    ['', 'A', '', '(A)'],
  ])('of %s and %s are %s and %s', (one, other, first, second) => {
    const shown = differingParts(one, other).map((side) =>
      side.map(({ text, differs }) => (differs ? `(${text})` : text)).join(''),
    );
    expect(shown).toEqual([first, second]);
  });

  it('leave both texts whole', () => {
    fc.assert(
      fc.property(word, word, (one, other) => {
        const sides = differingParts(one, other).map((side) =>
          side.map(({ text }) => text).join(''),
        );
        expect(sides).toEqual([one, other]);
      }),
    );
  });
});
