import fc from 'fast-check';
import { localDate, type LocalDate } from '../../kernel/index.js';
import type { BirthDate } from './birth-date.js';
import { CORRECTABLE, decideCorrection, type AskedCorrection } from './person-correction.js';
import type { PersonDetails } from './person-record.js';

const TODAY = localDate(2026, 11, 20);
const CONTEXT = { today: TODAY as LocalDate, isPlace: (code: string) => code !== '00000' };
const PERSON: PersonDetails = {
  imiloId: '88000001',
  identity: {
    birthName: 'PAYET',
    usageName: null,
    firstNames: ['Léa'],
    sex: 'F',
    birthDate: '2005-00-00' as BirthDate,
    birthPlaceCode: '97411',
    birthPlaceLabel: 'ST DENIS',
  },
  contact: {
    phone: '0692000000',
    email: null,
    street: '1 rue des Lilas',
    addressComplement: null,
    postalCode: '97400',
    communeCode: '97411',
    priorityDistrict: 'QN97401',
  },
};

function decided(asked: AskedCorrection) {
  const decision = decideCorrection(PERSON, asked, CONTEXT);
  if (decision.kind === 'invalid') throw new Error('the correction is right');
  return decision;
}
const codes = (asked: AskedCorrection): string[] => {
  const decision = decideCorrection(PERSON, asked, CONTEXT);
  if (decision.kind === 'corrected') return [];
  return decision.issues.map(({ pointer, code }) => `${pointer} ${code}`);
};

describe('A correction of a young person', () => {
  it('changes what is said and nothing else, and tells each field before and after', () => {
    const { details, changes } = decided({ birthName: 'HOARAU', firstNames: ['Léa', 'Marie'] });

    expect(details.identity).toEqual({
      ...PERSON.identity,
      birthName: 'HOARAU',
      firstNames: ['Léa', 'Marie'],
    });
    expect(details.contact).toEqual(PERSON.contact);
    expect(changes).toEqual([
      { field: 'birthName', before: 'PAYET', after: 'HOARAU' },
      { field: 'firstNames', before: 'Léa', after: 'Léa, Marie' },
    ]);
  });

  it('empties what may be unknown, and refuses to empty the rest', () => {
    expect(decided({ phone: null }).changes).toEqual([
      { field: 'phone', before: '0692000000', after: null },
    ]);
    expect(codes({ birthName: null, communeCode: null })).toEqual([
      '/birthName required',
      '/address/communeCode required',
    ]);
  });

  it('drops the priority district of a former address and the name of a former birthplace', () => {
    const { details } = decided({ street: '2 rue des Lilas', birthPlaceCode: '97415' });

    expect(details.contact.priorityDistrict).toBeNull();
    expect(details.identity.birthPlaceLabel).toBeNull();
    expect(decided({ phone: '0692000001' }).details.contact.priorityDistrict).toBe('QN97401');
  });

  it.each([
    ['2012-11-21', ['/birthDate AGE_IMPOSSIBLE']],
    ['2012-11-20', []],
    ['1990-11-21', []],
    ['1990-11-20', ['/birthDate AGE_IMPOSSIBLE']],
  ])('judges a birth on %s by the age it gives', (birthDate, expected) => {
    expect(codes({ birthDate: birthDate as BirthDate })).toEqual(expected);
  });

  it('refuses a place that nobody knows', () => {
    expect(codes({ birthPlaceCode: '00000' })).toEqual(['/birthPlaceCode CODE_COMMUNE_INCONNU']);
  });

  it('says nothing new when all was so already, a date known in part included', () => {
    const same = { ...PERSON.identity, ...PERSON.contact };
    fc.assert(
      fc.property(fc.subarray([...CORRECTABLE]), (fields) => {
        const asked = Object.fromEntries(fields.map((field) => [field, same[field]]));
        const { details, changes } = decided(asked);
        expect(changes).toEqual([]);
        expect(details).toEqual(PERSON);
      }),
    );
  });
});
