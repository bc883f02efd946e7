import fc from 'fast-check';
import { worthReading, type Glimpse } from './attainable-weight.js';
import { parseBirthDate } from './birth-date.js';
import { NO_CONTACT, type PersonRecord } from './person-record.js';
import { traitKeys } from './resolve-person.js';
import { leastWeight, rankCandidates, weighIfAtLeast, weighPair } from './weigh-pair.js';

/** Names that are read in several ways: marks, particles, two names in one field, no name at all. */
const NAMES = fc.oneof(
  fc.constantFrom(
    ...['PAYET', 'Payet', 'PAYETTE', 'MARTIN DUPONT', 'DUPONT épouse MARTIN', 'MARTIN née XXX'],
    ...['ST LOUIS', 'SAINT-LOUIS', 'DE LA CRUZ', 'CRUZ', 'XXX', 'SNP', 'NEANT', 'INCONNU', 'BEN'],
    ...[
      'JEAN',
      'JEAN BAPTISTE',
      'Jean-Baptiste',
      'BAPTISTE',
      'Tom',
      'THOMAS',
      'Léa',
      'LENA',
      'ŒUF',
    ],
  ),
  fc.string({ unit: fc.constantFrom(...'AEILNST '), maxLength: 7 }),
);
const DATES = fc.constantFrom(
  ...['2005-03-11', '2005-11-03', '2005-03-12', '2005-03-00', '2005-00-00', '1995-03-11'],
);
/** A commune that merged into another, two of one department, one abroad, one nobody knows. */
const PLACES = fc.constantFrom('97411', '97416', '49031', '49018', '99397', '99999', null);
const presentOf = (code: string) => (code === '49031' ? '49018' : code);

const PEOPLE: fc.Arbitrary<PersonRecord> = fc
  .record({
    id: fc.uuid(),
    birthName: NAMES,
    usageName: fc.option(NAMES),
    firstNames: fc.array(NAMES, { minLength: 1, maxLength: 3 }),
    sex: fc.constantFrom('F', 'M', 'I', null),
    date: DATES,
    birthPlaceCode: PLACES,
    phone: fc.constantFrom('0692000000', '0692000001', null),
    postalCode: fc.constantFrom('97400', '97410', '75001', null),
  })
  .map(({ id, date, phone, postalCode, ...traits }) => ({
    id,
    organisationId: 'own',
    version: 1,
    imiloId: null,
    identity: { ...traits, birthDate: parseBirthDate(date)!, birthPlaceLabel: null },
    contact: { ...NO_CONTACT, phone, postalCode },
  }));

/** What the index holds of a file. */
function glimpseOf({ id, identity }: PersonRecord): Glimpse {
  const { birthDate, birthPlaceCode } = identity;
  return { id, birthDate, birthPlaceCode, ...traitKeys(identity) };
}

const POPULATIONS = fc.integer({ min: 1, max: 10_000_000 });

describe('What a file can weigh at most', () => {
  it('never leaves out a file that the plain weights would show', () => {
    fc.assert(
      fc.property(PEOPLE, PEOPLE, POPULATIONS, (described, file, population) => {
        const { total } = weighPair(described, file, presentOf);
        const isRead = worthReading(described, [glimpseOf(file)], population, presentOf).length > 0;
        expect(isRead || total < leastWeight(population)).toBe(true);
      }),
    );
  });

  it('leaves out the files of strangers', () => {
    fc.assert(
      fc.property(PEOPLE, (described) => {
        const { identity } = described;
        const stranger = {
          id: 'stranger',
          nameKey: 'QWXZ',
          firstNameKey: 'ZQXW',
          birthDate: parseBirthDate('1971-07-29')!,
          birthPlaceCode: '99100',
        };
        const bare = { identity: { ...identity, birthName: 'PAYET', firstNames: ['LEA'] } };
        expect(worthReading(bare, [stranger], 1_000, presentOf)).toEqual([]);
      }),
    );
  });
});

describe('A weight with a threshold', () => {
  it('is the plain one, or nothing where the plain one is below', () => {
    fc.assert(
      fc.property(PEOPLE, PEOPLE, fc.integer({ min: -300, max: 600 }), (described, file, least) => {
        const plain = weighPair(described, file, presentOf);
        const weight = weighIfAtLeast(described, file, presentOf, least);
        expect(weight ?? plain).toEqual(plain);
        expect(weight !== undefined || plain.total < least).toBe(true);
      }),
    );
  });

  it('ranks as the plain weights do', () => {
    fc.assert(
      fc.property(
        PEOPLE,
        fc.uniqueArray(PEOPLE, { maxLength: 6, selector: ({ id }) => id }),
        POPULATIONS,
        (described, files, population) => {
          const plain = files
            .map((file) => ({ id: file.id, total: weighPair(described, file, presentOf).total }))
            .toSorted((a, b) => b.total - a.total || (a.id < b.id ? -1 : 1));
          const prior = Math.round(10 * Math.log2(population));
          const [first, second = { total: Number.NEGATIVE_INFINITY }] = plain;
          const isLikely = first && first.total - prior >= 100 && first.total - second.total >= 60;
          const expected = plain
            .filter(({ total }) => total - prior >= -20)
            .map(({ id }, at) => [id, at === 0 && isLikely ? 'very-likely' : 'possible']);
          const ranked = rankCandidates(described, files, population, presentOf);
          expect(ranked.map(({ candidate, band }) => [candidate.id, band])).toEqual(expected);
        },
      ),
    );
  });
});
