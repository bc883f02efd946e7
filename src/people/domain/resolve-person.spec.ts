import { parseBirthDate, type BirthDate } from './birth-date.js';
import { NO_CONTACT, type KnownIdentity, type PersonRecord } from './person-record.js';
import { doubtOf } from './judge-identity.js';
import { NOTHING_SAID, resolvePerson as resolve, type KnownPeople } from './resolve-person.js';

function born(text: string): BirthDate {
  const date = parseBirthDate(text);
  if (!date) throw new Error('a birth date');
  return date;
}

const IDENTITY: KnownIdentity = {
  birthName: 'PAYET',
  usageName: null,
  firstNames: ['Léa', 'Marie'],
  sex: 'F',
  birthDate: born('2005-03-11'),
  birthPlaceCode: '97411',
  birthPlaceLabel: null,
};

function person(id: string, over: Partial<KnownIdentity> = {}, imiloId: string | null = null) {
  const identity = { ...IDENTITY, ...over };
  const record: PersonRecord = {
    id,
    organisationId: 'ml',
    version: 1,
    imiloId,
    identity,
    contact: NO_CONTACT,
  };
  return record;
}

const resolvePerson = (
  details: PersonRecord,
  known: Omit<KnownPeople, 'rivals'> & Partial<KnownPeople>,
  context = NOTHING_SAID,
) => resolve(details, { rivals: [], ...known }, context);

const described = (over: Partial<KnownIdentity> = {}, imiloId: string | null = '1') =>
  person('described', over, imiloId);

describe('Someone with a known i-milo number', () => {
  it('is that person when the identity agrees', () => {
    const known = person('a', {}, '1');
    expect(resolvePerson(described(), { byImilo: known, byTraits: [] })).toEqual({
      kind: 'known',
      person: known,
      gaps: [],
    });
  });

  it.each([
    ['a slip in the name', { birthName: 'PAYE' }, []],
    ['exchanged names', { birthName: 'LEA', firstNames: ['Payet'] }, ['NOM_PRENOM_INVERSES']],
    ['a partial birth date', { birthDate: born('2005-03-00') }, ['DATE_NAISSANCE_PARTIELLE']],
  ])('is that person in spite of %s, with a remark', (_, over, gaps) => {
    const known = person('a', {}, '1');
    expect(resolvePerson(described(over), { byImilo: known, byTraits: [] })).toMatchObject({
      kind: 'known',
      gaps,
    });
  });

  it.each([
    ['a sister born the same day', { firstNames: ['Inès'] }, 'JUMEAUX_POSSIBLES'],
    [
      'somebody else',
      { birthName: 'HOARAU', firstNames: ['Jules'], birthDate: born('2003-07-02') },
      'IDENTITE_INCOHERENTE',
    ],
  ])('is for a human when the row speaks of %s', (_, over, reason) => {
    const known = person('a', {}, '1');
    expect(resolvePerson(described(over), { byImilo: known, byTraits: [] })).toEqual({
      kind: 'doubtful',
      reason,
      candidates: [known],
      isSaid: false,
    });
  });
});

describe('Someone found by traits', () => {
  it('is the only person with all of them', () => {
    const known = person('a');
    const [found, other] = [
      resolvePerson(described(), { byImilo: undefined, byTraits: [known] }),
      person('b', { birthPlaceCode: '97400' }),
    ];
    expect(found).toEqual({ kind: 'known', person: known, gaps: [] });
    expect(
      resolvePerson(described(), { byImilo: undefined, byTraits: [other, known] }),
    ).toMatchObject({ kind: 'known', person: known });
  });

  it.each<[string, Partial<KnownIdentity>]>([
    ['another sex', { sex: 'M' }],
    ['another place of birth', { birthPlaceCode: '97400' }],
  ])('is new with %s', (_, over) => {
    expect(
      resolvePerson(described(), { byImilo: undefined, byTraits: [person('a', over)] }),
    ).toEqual({ kind: 'new', gaps: [] });
  });

  it.each<[string, Partial<KnownIdentity>]>([
    ['sex', { sex: null }],
    ['place of birth', { birthPlaceCode: null }],
    ['place of birth, by its code', { birthPlaceCode: '99999' }],
    ['day of birth', { birthDate: born('2005-00-00') }],
  ])('is new when the %s is unknown, even if both are', (_, over) => {
    const known = { byImilo: undefined, byTraits: [person('a', over)] };
    expect(resolvePerson(described(over), known)).toEqual({ kind: 'new', gaps: [] });
  });

  it('is new when both have an i-milo number and these differ, and it is said', () => {
    const known = { byImilo: undefined, byTraits: [person('a', {}, '2')] };
    expect(resolvePerson(described(), known)).toEqual({
      kind: 'new',
      gaps: ['HOMONYME_POSSIBLE'],
    });
  });

  it('is for a human when several people share them', () => {
    const twins = [person('a'), person('b')];
    expect(resolvePerson(described(), { byImilo: undefined, byTraits: twins })).toEqual({
      kind: 'doubtful',
      reason: 'HOMONYME_POSSIBLE',
      candidates: twins,
      isSaid: false,
    });
  });
});

describe('A cross-check', () => {
  it('raises a doubt for a twin whatever the weight, and for an incoherent identity', () => {
    expect(doubtOf({ verdict: 'accept', gaps: ['JUMEAUX_POSSIBLES'] })).toBe('JUMEAUX_POSSIBLES');
    expect(doubtOf({ verdict: 'incoherent', gaps: [] })).toBe('IDENTITE_INCOHERENTE');
    expect(doubtOf({ verdict: 'accept-with-gap', gaps: ['IDENTITE_ECART'] })).toBeNull();
  });
});
