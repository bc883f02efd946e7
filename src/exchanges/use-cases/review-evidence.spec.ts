import { NO_CONTACT, parseBirthDate, type PersonRecord } from '../../people/index.js';
import { headersOf, sampleCells } from '../flow/index.js';
import { FLOWS } from '../flows/index.js';
import { compareWith, sentIdentity, type SentIdentity } from './review-evidence.js';

const SENT: SentIdentity = {
  birthName: 'PAYET',
  firstName: 'Léa',
  birthDate: '2005-03-11',
  reference: '',
  unitFileNumber: '',
};

function person(over: Partial<PersonRecord['identity']> = {}): PersonRecord {
  const birthDate = parseBirthDate('2005-03-11');
  if (!birthDate) throw new Error('a real day');
  return {
    id: 'person',
    organisationId: 'ml',
    version: 1,
    imiloId: null,
    contact: NO_CONTACT,
    identity: {
      birthName: 'PAYET',
      usageName: null,
      firstNames: ['Léa'],
      sex: 'F',
      birthDate,
      birthPlaceCode: '97411',
      birthPlaceLabel: null,
      ...over,
    },
  };
}

describe('The identity of a row', () => {
  it.each(FLOWS.map((flow) => [flow.code, flow] as const))(
    'is read in the cells of %s, whatever their order',
    (_, flow) => {
      const [cells = []] = sampleCells(flow);
      const declared = sentIdentity(flow, headersOf(flow), cells);
      expect(declared.birthName).not.toBe('');
      expect(declared.firstName).toMatch(/^[^,]+$/);
      expect(parseBirthDate(declared.birthDate)).toBeDefined();
      const reversed = sentIdentity(flow, headersOf(flow).toReversed(), cells.toReversed());
      expect(reversed).toEqual(declared);
    },
  );

  it('is compared in words and with a weight', () => {
    expect(compareWith(SENT, person())).toMatchObject({
      weight: 27.8,
      reasons: ['Les deux identités concordent.'],
    });
  });

  it('is shown trait by trait, the characters that differ apart', () => {
    const { traits } = compareWith({ ...SENT, birthName: 'PAYEET' }, person());
    expect(traits[0]).toEqual({
      trait: 'Nom de naissance',
      kinship: 'proche',
      weight: 3.9,
      sent: [
        { text: 'PAYE', differs: false },
        { text: 'E', differs: true },
        { text: 'T', differs: false },
      ],
      onFile: [{ text: 'PAYET', differs: false }],
    });
    expect(traits.map(({ trait, weight }) => [trait, weight])).toEqual([
      ['Nom de naissance', 3.9],
      ['Premier prénom', 6.8],
      ['Date de naissance', 11.8],
    ]);
  });

  it('tells a likely twin', () => {
    const { reasons, weight } = compareWith(SENT, person({ firstNames: ['Inès'] }));
    expect(weight).toBeLessThan(27.8);
    expect(reasons).toHaveLength(2);
    expect(reasons[1]).toContain('mêmes date et lieu de naissance');
  });

  it('is not weighed when its birth date cannot be read', () => {
    expect(compareWith({ ...SENT, birthDate: '31/02' }, person()).weight).toBeNull();
  });
});
