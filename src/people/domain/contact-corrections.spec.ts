import fc from 'fast-check';
import { addDays, localDate } from '../../kernel/index.js';
import { CONTACT_PARTS, contactSaid, type ContactCorrections } from './contact-corrections.js';
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
});
