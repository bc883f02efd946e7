import fc from 'fast-check';
import type { BirthDate } from './birth-date.js';
import type { IdentityTraits } from './person.js';
import { strictKeys, strictMatch } from './strict-match.js';
import { vetoesBetween } from './vetoes.js';
import type { MatchSubject } from './vetoes.js';

const lea: IdentityTraits = {
  birthName: "D'ORNANO",
  usageName: null,
  firstNames: ['Léa', 'Marie'],
  sex: 'F',
  birthDate: '2005-03-11' as BirthDate,
  birthPlaceCode: '97411',
};
const free = { isKnownAlreadyLinked: false };

const subject = (
  id: string,
  change: Partial<IdentityTraits> = {},
  imiloId: string | null = null,
): MatchSubject => ({ id, traits: { ...lea, ...change }, imiloId });

const outcomeOf = (incoming: MatchSubject[], known: MatchSubject[], linked?: Set<string>) =>
  strictMatch(incoming, known, linked).get('row-1');

describe('strict match', () => {
  it('links two spellings of one person', () => {
    const row = subject('row-1', { birthName: 'DORNANO', firstNames: ['LEA'] });
    expect(outcomeOf([row], [subject('known-1')])).toEqual({
      outcome: 'linked',
      knownId: 'known-1',
    });
  });

  it.each<[string, Partial<IdentityTraits>]>([
    ['surname', { birthName: 'ORNANO' }],
    ['first name', { firstNames: ['Marie', 'Léa'] }],
    ['birth date', { birthDate: '2005-11-03' as BirthDate }],
    ['sex', { sex: 'M' }],
    ['birthplace', { birthPlaceCode: '97416' }],
  ])('links nobody when the %s differs', (_trait, change) => {
    expect(outcomeOf([subject('row-1', change)], [subject('known-1')])).toEqual({
      outcome: 'none',
    });
  });

  it.each<[string, Partial<IdentityTraits>]>([
    ['partial birth date', { birthDate: '2005-00-00' as BirthDate }],
    ['unknown birthplace', { birthPlaceCode: '99999' }],
    ['missing first name', { firstNames: ['SNP'] }],
    ['empty surname', { birthName: '-' }],
  ])('never links on traits with a %s, even equal', (_trait, change) => {
    expect(strictKeys({ ...lea, ...change })).toEqual([]);
    expect(outcomeOf([subject('row-1', change)], [subject('known-1', change)])).toEqual({
      outcome: 'none',
    });
  });

  it('leaves homonyms of either side to a human', () => {
    const [row, known] = [subject('row-1'), subject('known-1')];
    expect(outcomeOf([row], [known, subject('known-0')])).toEqual({
      outcome: 'homonyms',
      knownIds: ['known-0', 'known-1'],
    });
    expect(outcomeOf([row, subject('row-2')], [known])).toEqual({
      outcome: 'homonyms',
      knownIds: ['known-1'],
    });
  });

  it('stops at a veto and says which', () => {
    expect(outcomeOf([subject('row-1', {}, '1')], [subject('known-1', {}, '2')])).toEqual({
      outcome: 'vetoed',
      knownId: 'known-1',
      vetoes: ['imilo-ids-differ'],
    });
    expect(outcomeOf([subject('row-1')], [subject('known-1')], new Set(['known-1']))).toMatchObject(
      { vetoes: ['already-linked'] },
    );
  });

  it('gives the same outcomes whatever the order of the lists', () => {
    const rows = ['1', '2', '3'].map((n) => subject(`row-${n}`, { birthPlaceCode: `9741${n}` }));
    const known = ['1', '2', '2', '4'].map((n, index) =>
      subject(`known-${index}`, { birthPlaceCode: `9741${n}` }),
    );
    const expected = Object.fromEntries(strictMatch(rows, known));
    const shuffled = <T>(list: T[]) =>
      fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length });
    fc.assert(
      fc.property(shuffled(rows), shuffled(known), (someRows, someKnown) => {
        expect(Object.fromEntries(strictMatch(someRows, someKnown))).toEqual(expected);
      }),
    );
  });
});

describe('vetoes', () => {
  it.each<[string, Partial<IdentityTraits>, string[]]>([
    ['nothing on the same traits', {}, []],
    ['twins on another first name', { firstNames: ['Lou'] }, ['twins']],
    ['twins even on close first names', { firstNames: ['Léah'] }, ['twins']],
    ['no twins born elsewhere', { firstNames: ['Lou'], birthPlaceCode: '97416' }, []],
    ['another sex', { sex: 'M' }, ['sex-differs']],
    ['no difference with an undetermined sex', { sex: 'I' }, []],
    ['another birth year', { birthDate: '2006-03-11' as BirthDate }, ['birth-years-differ']],
  ])('see %s', (_case, change, vetoes) => {
    expect(vetoesBetween(subject('a', change), subject('b'), free)).toEqual(vetoes);
  });

  it('accept another sex when the first name is borne by both', () => {
    const camille = { firstNames: ['Camille'] };
    const pair = [subject('a', { ...camille, sex: 'M' }), subject('b', camille)] as const;
    expect(vetoesBetween(...pair, free)).toEqual([]);
  });

  it('stop on two different i-milo numbers, not on a missing one', () => {
    expect(vetoesBetween(subject('a', {}, '1'), subject('b', {}, '2'), free)).toEqual([
      'imilo-ids-differ',
    ]);
    expect(vetoesBetween(subject('a', {}, '1'), subject('b'), free)).toEqual([]);
  });
});
