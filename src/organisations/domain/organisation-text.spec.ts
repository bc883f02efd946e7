import { SHIPPED_ORGANISATIONS } from '../reference/shipped-organisations.js';
import { NOT_SHIPPED } from './shipped-register.js';
import { organisationText, readDay, readOrganisation } from './organisation-text.js';

const SHIPPED = SHIPPED_ORGANISATIONS.map((one) => {
  return { ...one, ...NOT_SHIPPED, version: 1 };
});
const [brest] = SHIPPED.filter(({ code }) => code === 'SMV-BREST');
if (!brest) throw new Error('not shipped');
const TYPED = organisationText(brest);

const wrong = (more: Partial<typeof TYPED>): string[] =>
  readOrganisation({ ...TYPED, ...more }).issues.map(({ pointer }) => pointer);

describe('An organisation that somebody typed', () => {
  it.each(SHIPPED.map((one) => [one.code, one] as const))('is read as it was: %s', (_code, one) => {
    const { id: _id, version: _version, ...values } = one;
    expect(readOrganisation(organisationText(one))).toEqual({ values, issues: [] });
  });

  it('takes the clock of its territory when none is said, and a day as spreadsheets write it', () => {
    const { values } = readOrganisation({
      ...TYPED,
      territory: 'RE',
      timeZone: '',
      validFrom: '31/01/2027',
      siret: '130 005 481 00010',
    });
    expect(values).toMatchObject({
      timeZone: 'Indian/Reunion',
      validFrom: '2027-01-31',
      siret: '13000548100010',
    });
    expect(readDay('31/02/2027')).toBeUndefined();
  });

  it.each([
    [{ code: '97411S00' }, '/code'],
    [{ street: '=12 rue du Port' }, '/street'],
    [{ postalCode: '974' }, '/postalCode'],
    [{ town: '-' }, '/town'],
    [{ phone: 'demander Paul' }, '/phone'],
    [{ phone: '262000000' }, '/phone'],
    [{ kind: 'régiment' }, '/kind'],
    [{ scheme: '' }, '/scheme'],
    [{ name: 'x' }, '/name'],
    [{ name: '=1+1' }, '/name'],
    [{ usualName: '-2' }, '/usualName'],
    [{ usualName: 'Deux\nlignes' }, '/usualName'],
    [{ territory: 'ZZ' }, '/territory'],
    [{ timeZone: 'Mars/Olympus' }, '/timeZone'],
    [{ department: '' }, '/department'],
    [{ department: '1' }, '/department'],
    [{ siret: '13000548100011' }, '/siret'],
    [{ serviceEmail: 'pas une adresse' }, '/serviceEmail'],
    [{ validFrom: '' }, '/validFrom'],
    [{ validFrom: '2026-02-30' }, '/validFrom'],
    [{ validTo: '2000-01-01' }, '/validTo'],
  ])('does not do with %j', (more, pointer) => {
    expect(wrong(more)).toEqual([pointer]);
  });

  it('says everything that does not do at once', () => {
    expect(wrong({ name: '', territory: '', validFrom: '' })).toHaveLength(3);
  });
});
