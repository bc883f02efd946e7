import { createCipheriv, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { FieldCipher, UnreadableField, type FieldPlace, type SealedField } from './field-cipher.js';
import { FieldKeyRing } from './field-key-ring.js';

const OLD_KEY = randomBytes(32);
const NEW_KEY = randomBytes(32);
const PLACE: FieldPlace = {
  table: 'medical_conclusion',
  column: 'sealed',
  rowId: '5f0c1a52-9c4b-4a3e-8c8e-2f6d3a1b0c9d',
  organisationId: '0b9d7c1e-3d52-4a19-9d0e-7a4c5b6e8f10',
};
const cipher = new FieldCipher(
  new FieldKeyRing(
    2,
    new Map([
      [1, OLD_KEY],
      [2, NEW_KEY],
    ]),
  ),
);

function refuses(field: SealedField, place: FieldPlace = PLACE): void {
  expect(() => cipher.open(field, place)).toThrow(UnreadableField);
}

describe('A mark', () => {
  it('is the same for the same text of a column, another one for any other text, column or key', () => {
    const mark = cipher.mark('INAPTE_TEMPORAIRE', PLACE);
    const older = new FieldCipher(new FieldKeyRing(1, new Map([[1, OLD_KEY]])));
    expect(cipher.mark('INAPTE_TEMPORAIRE', PLACE)).toBe(mark);
    const others = [
      cipher.mark('INAPTE_DEFINITIF', PLACE),
      cipher.mark('INAPTE_TEMPORAIRE', { ...PLACE, column: 'another' }),
      older.mark('INAPTE_TEMPORAIRE', PLACE),
    ];
    expect(new Set([mark, ...others]).size).toBe(4);
    expect(mark).toMatch(/^[\w-]{22}$/);
  });
});

describe('A sealed field', () => {
  it('gives back any text at its own place', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(cipher.open(cipher.seal(text, PLACE), PLACE)).toBe(text);
      }),
    );
  });

  it('never looks the same twice and never shows its text', () => {
    const seals = Array.from({ length: 50 }, () => cipher.seal('INAPTE_TEMPORAIRE', PLACE).sealed);
    expect(new Set(seals.map((sealed) => sealed.toString('hex'))).size).toBe(50);
    expect(new Set(seals.map((sealed) => sealed.subarray(0, 12).toString('hex'))).size).toBe(50);
    expect(seals.some((sealed) => sealed.includes('INAPTE'))).toBe(false);
  });

  it('gives back any bytes at their own place, as bytes of any encoding or of none', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2_000 }), (bytes) => {
        const opened = cipher.openBytes(cipher.sealBytes(bytes, PLACE), PLACE);
        expect([...opened]).toEqual([...bytes]);
      }),
    );
  });

  it('of bytes shows none of them and opens neither as another part nor when altered', () => {
    const first = { ...PLACE, rowId: `${PLACE.rowId}:0` };
    const second = { ...PLACE, rowId: `${PLACE.rowId}:1` };
    const field = cipher.sealBytes(Buffer.from('PAYET;INAPTE_DEFINITIF', 'latin1'), first);
    expect(field.sealed.includes('PAYET') || field.sealed.includes('INAPTE_')).toBe(false);
    expect(() => cipher.openBytes(field, second)).toThrow(UnreadableField);
    const altered = Buffer.from(field.sealed);
    altered[20] = (altered[20] ?? 0) ^ 1;
    expect(() => cipher.openBytes({ ...field, sealed: altered }, first)).toThrow(UnreadableField);
  });

  it('refuses when any single bit is flipped', () => {
    const { keyVersion, sealed } = cipher.seal('INAPTE_DEFINITIF', PLACE);
    for (let bit = 0; bit < sealed.length * 8; bit += 1) {
      const altered = Buffer.from(sealed);
      altered[bit >> 3] = (altered[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      refuses({ keyVersion, sealed: altered });
    }
  });

  it.each([4, 8, 12])('refuses a genuine tag of %i bytes', (tagBytes) => {
    const iv = randomBytes(12);
    const weak = createCipheriv('aes-256-gcm', NEW_KEY, iv, { authTagLength: tagBytes });
    const { table, column, rowId, organisationId } = PLACE;
    weak.setAAD(Buffer.from([table, column, rowId, organisationId, 2].join('|')));
    const body = Buffer.concat([weak.update('APTE-APTE-APTE-APTE', 'utf8'), weak.final()]);
    refuses({ keyVersion: 2, sealed: Buffer.concat([iv, body, weak.getAuthTag()]) });
  });

  it('refuses a buffer too short to hold an IV and a tag', () => {
    for (const length of [0, 1, 12, 27]) refuses({ keyVersion: 2, sealed: Buffer.alloc(length) });
  });

  it.each<[string, Partial<FieldPlace>]>([
    ['table', { table: 'candidacy' }],
    ['column', { column: 'other' }],
    ['row', { rowId: '00000000-0000-4000-8000-000000000000' }],
    ['organisation', { organisationId: '00000000-0000-4000-8000-000000000000' }],
  ])('refuses to open in another %s', (_part, change) => {
    refuses(cipher.seal('APTE', PLACE), { ...PLACE, ...change });
  });

  it('refuses the version of another key and a version nobody has', () => {
    const field = cipher.seal('APTE', PLACE);
    refuses({ ...field, keyVersion: 1 });
    refuses({ ...field, keyVersion: 3 });
  });

  it('still opens what the former key sealed', () => {
    const before = new FieldCipher(new FieldKeyRing(1, new Map([[1, OLD_KEY]])));
    const field = before.seal('APTE', PLACE);
    expect(field.keyVersion).toBe(1);
    expect(cipher.open(field, PLACE)).toBe('APTE');
  });

  it('refuses to seal at a place whose name could be read two ways', () => {
    expect(() => cipher.seal('APTE', { ...PLACE, rowId: 'a|b' })).toThrow('"|"');
    expect(() => cipher.seal('APTE', { ...PLACE, organisationId: '' })).toThrow('"|"');
  });

  it('tells neither the text nor the row when it cannot be opened', () => {
    const error = new UnreadableField(PLACE);
    expect(error.message).toBe('sealed field medical_conclusion.sealed cannot be opened');
  });
});

describe('The ring of field keys', () => {
  const old64 = OLD_KEY.toString('base64');
  const new64 = NEW_KEY.toString('base64');

  it('reads one key as version 1', () => {
    const ring = FieldKeyRing.parse(old64);
    expect(ring.current).toBe(1);
    expect(ring.keys).toEqual(new Map([[1, OLD_KEY]]));
  });

  it('reads several keys and seals with the highest version', () => {
    const ring = FieldKeyRing.parse(`2:${new64},1:${old64}`);
    expect(ring.current).toBe(2);
    expect(ring.keys.get(1)).toEqual(OLD_KEY);
  });

  it.each([
    ['empty', ''],
    ['too short', randomBytes(16).toString('base64')],
    ['not base64', 'pas une clé'],
    ['twice one version', `1:${old64},1:${new64}`],
    ['version zero', `0:${old64}`],
  ])('refuses a setting that is %s, without repeating it', (_case, text) => {
    expect(() => FieldKeyRing.parse(text)).toThrow(
      /^(FIELD_ENCRYPTION_KEY is not|field key 1 is not)/,
    );
  });

  it('refuses a ring without its current key', () => {
    expect(() => new FieldKeyRing(2, new Map([[1, OLD_KEY]]))).toThrow('no field key of version 2');
  });
});
