import fc from 'fast-check';
import { addDays, localDate } from '../../kernel/index.js';
import {
  completed,
  CONTACT_PARTS,
  contactSaid,
  type ContactCorrections,
} from './contact-corrections.js';
import { NO_CONTACT } from './person-record.js';

const DATA_DAY = localDate(2026, 11, 30);
const KNOWN = { ...NO_CONTACT, phone: '0692111111', email: 'a@exemple.fr', street: '1 rue A' };
const SAID = { ...NO_CONTACT, phone: '0692222222', email: 'b@exemple.fr', street: '2 rue B' };

const told = (corrected: ContactCorrections) =>
  contactSaid(SAID, { known: KNOWN, corrected }, DATA_DAY);

describe('How to reach somebody, as a file says it', () => {
  it('is what the file says when nobody corrected it by hand', () => {
    expect(told({})).toEqual(SAID);
  });

  it.each([
    ['before the day of the data', addDays(DATA_DAY, -1), SAID.phone],
    ['on the day of the data', DATA_DAY, KNOWN.phone],
    ['after the day of the data', addDays(DATA_DAY, 1), KNOWN.phone],
  ])('keeps what was corrected %s, or not', (_, phone, expected) => {
    expect(told({ phone })).toEqual({ ...SAID, phone: expected });
  });

  it('decides part by part: each is what the file says, or what it was, by its day alone', () => {
    const days = fc.option(fc.integer({ min: -3, max: 3 }), { nil: null });
    const corrections = fc.tuple(...CONTACT_PARTS.map(() => days));
    fc.assert(
      fc.property(corrections, (offsets) => {
        const corrected = Object.fromEntries(
          CONTACT_PARTS.flatMap((part, at) => {
            const offset = offsets[at] ?? null;
            return offset === null ? [] : [[part, addDays(DATA_DAY, offset)]];
          }),
        );
        const contact = told(corrected);
        for (const [at, part] of CONTACT_PARTS.entries()) {
          const isKept = (offsets[at] ?? -1) >= 0;
          expect(contact[part]).toBe(isKept ? KNOWN[part] : SAID[part]);
        }
        expect(contactSaid(contact, { known: contact, corrected }, DATA_DAY)).toEqual(contact);
      }),
    );
  });

  it('never takes away what is on file by saying nothing, whatever else it says', () => {
    const value = fc.option(fc.constantFrom('a', 'b'), { nil: null });
    const contacts = fc.record({
      phone: value,
      email: value,
      street: value,
      addressComplement: value,
      postalCode: value,
      communeCode: value,
      priorityDistrict: value,
    });
    fc.assert(
      fc.property(contacts, contacts, fc.boolean(), (said, known, isCorrected) => {
        const corrected = isCorrected ? { phone: DATA_DAY } : {};
        expect(contactSaid(NO_CONTACT, { known, corrected }, DATA_DAY)).toEqual(known);
        expect(completed(NO_CONTACT, known)).toEqual(known);
        const contact = completed(said, known);
        for (const part of ['phone', 'email', 'postalCode', 'communeCode'] as const) {
          expect(contact[part]).toBe(said[part] ?? known[part]);
        }
        expect(completed(said, contact)).toEqual(contact);
      }),
    );
  });

  it('takes the street of before away with a move, and with nothing else', () => {
    const known = { ...KNOWN, postalCode: '97400', communeCode: '97411', priorityDistrict: 'QN1' };
    const same = { ...NO_CONTACT, postalCode: '97400', communeCode: '97411' };
    expect(completed(same, known)).toEqual(known);
    const moved = { ...NO_CONTACT, postalCode: '97410', communeCode: '97416' };
    expect(completed(moved, known)).toEqual({
      ...moved,
      phone: known.phone,
      email: known.email,
    });
    const neighbour = { ...same, street: '9 rue C' };
    expect(completed(neighbour, known)).toMatchObject({
      street: '9 rue C',
      priorityDistrict: null,
    });
  });
});
