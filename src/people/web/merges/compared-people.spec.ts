import type { BirthDate } from '../../domain/birth-date.js';
import { NO_CONTACT, type PersonRecord } from '../../domain/person-record.js';
import { comparedPeople, namedPerson } from './compared-people.js';

const person = (identity: Partial<PersonRecord['identity']>): PersonRecord => ({
  id: 'one',
  organisationId: 'ml',
  imiloId: null,
  version: 1,
  identity: {
    birthName: 'PAYET',
    usageName: null,
    firstNames: ['Léa'],
    sex: 'F',
    birthDate: '2005-03-11' as BirthDate,
    birthPlaceCode: '97411',
    birthPlaceLabel: 'Saint-Denis',
    ...identity,
  },
  contact: { ...NO_CONTACT, phone: '+262692000001' },
});

describe('Two files side by side', () => {
  it('show every trait in words, with the characters that differ', () => {
    const rows = comparedPeople(
      person({}),
      person({ birthName: 'PAYER', sex: null }),
      (code) => code,
    );

    expect(rows.map(({ trait, kinship }) => [trait, kinship])).toEqual([
      ['Nom de naissance', 'close'],
      ['Prénoms', 'exact'],
      ['Date de naissance', 'exact'],
      ['Sexe', 'missing'],
      ['Lieu de naissance', 'exact'],
      ['Code postal', 'missing'],
      ['Téléphone et courriel', 'exact'],
    ]);
    expect(rows[0]?.sides[0].filter(({ differs }) => differs)).toEqual([
      { text: 'T', differs: true },
    ]);
  });

  it('are named with the day of birth, as far as it is known', () => {
    expect(namedPerson(person({}))).toBe('PAYET Léa, 11/03/2005');
    expect(namedPerson(person({ birthDate: '2005' as BirthDate }))).toBe('PAYET Léa, 2005');
  });
});
