import fc from 'fast-check';
import { parseBirthDate } from './birth-date.js';
import type { BirthDate } from './birth-date.js';
import { checkIdentity } from './identity-check.js';

function born(text: string): BirthDate {
  const birthDate = parseBirthDate(text);
  if (birthDate === undefined) throw new Error(`Not a birth date: ${text}`);
  return birthDate;
}

const lea = {
  birthName: 'PAYET',
  usageName: 'HOARAU',
  firstNames: ['Léa', 'Marie'],
  birthDate: born('2005-03-11'),
};

const control = (birthName: string, firstName1: string, birthDate = '2005-03-11') => ({
  birthName,
  firstName1,
  birthDate: born(birthDate),
});

describe('cross-check of a control identity', () => {
  it('adds the exact weights of the table', () => {
    expect(checkIdentity(control('Payet', 'LEA'), lea)).toEqual({
      weight: 27.8,
      verdict: 'accept',
      gaps: [],
      swapped: false,
    });
  });

  it.each([
    ['a slip in the surname', control('PAYEET', 'Léa'), 22.5, 'accept'],
    ['the name in use', control('HOARAU', 'Léa'), 22.5, 'accept'],
    ['a slip in the day', control('PAYET', 'Léa', '2005-03-12'), 17.9, 'accept'],
    ['another surname', control('GRONDIN', 'Léa'), 13, 'accept'],
    [
      'a second first name and the same year',
      control('PAYET', 'Marie', '2005-08-24'),
      6.7,
      'accept',
    ],
    [
      'another first name and a slip in the day',
      control('PAYET', 'Lucas', '2005-03-12'),
      6.1,
      'accept',
    ],
    ['other names on the same day', control('GRONDIN', 'Lucas'), 1.2, 'accept-with-gap'],
    ['a homonym of another year', control('PAYET', 'Lucas', '2003-08-24'), -2.3, 'incoherent'],
    ['somebody else', control('GRONDIN', 'Lucas', '2003-08-24'), -17.1, 'incoherent'],
  ])('weighs %s', (_case, identity, weight, verdict) => {
    expect(checkIdentity(identity, lea)).toMatchObject({ weight, verdict, swapped: false });
  });

  it('says a gap when the weight is between 0 and 6, an incoherence below', () => {
    expect(checkIdentity(control('GRONDIN', 'Lucas'), lea).gaps).toEqual(['IDENTITE_ECART']);
    expect(checkIdentity(control('PAYET', 'Lucas', '2003-08-24'), lea).gaps).toEqual([
      'IDENTITE_INCOHERENTE',
    ]);
  });

  it('sees a surname and a first name written in each other’s place', () => {
    expect(checkIdentity(control('Léa', 'Payet'), lea)).toEqual({
      weight: 24.8,
      verdict: 'accept',
      gaps: ['NOM_PRENOM_INVERSES'],
      swapped: true,
    });
  });

  it('does not speak of a swap for a surname that is also a first name', () => {
    const martin = { ...lea, birthName: 'MARTIN', usageName: null, firstNames: ['Martin'] };
    expect(checkIdentity(control('Martin', 'Martin'), martin).swapped).toBe(false);
  });

  it('warns that a twin is possible on same name, same day, another first name', () => {
    expect(checkIdentity(control('PAYET', 'Lucas'), lea).gaps).toEqual(['JUMEAUX_POSSIBLES']);
  });

  it('compares the known parts of a partial date and says it', () => {
    expect(checkIdentity(control('PAYET', 'Léa', '2005-00-00'), lea)).toMatchObject({
      weight: 19.5,
      gaps: ['DATE_NAISSANCE_PARTIELLE'],
    });
    expect(checkIdentity(control('PAYET', 'Léa', '2005-03-00'), lea).weight).toBe(23.1);
  });

  it('counts a missing first name for nothing', () => {
    expect(checkIdentity(control('PAYET', 'SNP'), lea).weight).toBe(21);
  });

  it('never depends on case, accents, apostrophes or hyphens', () => {
    const joiner = fc.constantFrom(' ', '-', '’', "'");
    fc.assert(
      fc.property(joiner, joiner, fc.boolean(), (first, second, isUpper) => {
        const written = (text: string) => (isUpper ? text.toUpperCase() : text.toLowerCase());
        const person = { ...lea, birthName: "N'GUESSAN", firstNames: ['Jean-Érôme'] };
        const same = control(written(`n${first}guessan`), written(`jean${second}erome`));
        expect(checkIdentity(same, person).weight).toBe(27.8);
      }),
    );
  });
});
