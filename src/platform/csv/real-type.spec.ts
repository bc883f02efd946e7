import { deflateRawSync, gzipSync } from 'node:zlib';
import { realTypeOf, typeFaultsOf, type TypeFaultCode } from './real-type.js';

/** First local header of an archive, as every ZIP writer makes it. */
function zipOf(entry: string, content: string, flags = 0): Buffer {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(flags, 6);
  header.writeUInt16LE(entry.length, 26);
  return Buffer.concat([header, Buffer.from(entry), Buffer.from(content)]);
}

const cases: [string, Buffer][] = [
  ['text', Buffer.from('nom;ville\r\nPAYET;Cilaos')],
  ['text', Buffer.from('\uFEFFnom;ville')],
  ['text', Buffer.alloc(0)],
  ['text', Buffer.from('PK;nom')],
  ['html', Buffer.from('\uFEFF \n<!DOCTYPE html><p>')],
  ['html', Buffer.from('<table><tr>')],
  ['xml', Buffer.from('<?xml version="1.0"?><a/>')],
  ['pdf', Buffer.from('%PDF-1.7')],
  ['gzip', gzipSync('nom;ville')],
  ['zip', zipOf('a.csv', deflateRawSync('x').toString('latin1'))],
  ['protected-zip', zipOf('a.csv', 'x', 1)],
  ['xlsx-ods-zip', zipOf('[Content_Types].xml', '')],
  ['xlsx-ods-zip', zipOf('mimetype', 'application/vnd.oasis.opendocument.spreadsheet')],
  ['cfb', Buffer.from('d0cf11e0a1b11ae100', 'hex')],
  ['age', Buffer.from('age-encryption.org/v1\n-> X25519')],
  ['archive', Buffer.from('377abcaf271c', 'hex')],
  ['image', Buffer.from('89504e470d0a1a0a', 'hex')],
];

describe('realTypeOf', () => {
  it.each(cases)('recognises %s', (type, head) => {
    expect(realTypeOf(head)).toBe(type);
  });
});

describe('typeFaultsOf', () => {
  const text = Buffer.from('nom;ville');

  it.each(['x.xlsx', 'x.ods', 'x.csv.zip', 'x.csv.age', 'x.txt'])('does not read %s', (name) => {
    expect(typeFaultsOf(name, text)).toEqual(['FORMAT_NON_PRIS_EN_CHARGE']);
  });

  it('accepts a text named .csv', () => {
    expect(typeFaultsOf('x.csv', text)).toEqual([]);
  });

  it('tells a disguised file from one that a password protects', () => {
    const codes = cases.map(([type, head]) => [type, typeFaultsOf('x.csv', head)] as const);
    const of = (code: TypeFaultCode): string[] =>
      codes.filter(([, found]) => found.includes(code)).map(([type]) => type);

    expect(of('FICHIER_PROTEGE')).toEqual(['protected-zip', 'cfb']);
    expect(new Set(of('TYPE_REEL_DIFFERENT'))).toEqual(
      new Set(cases.map(([type]) => type).filter((type) => type !== 'text')),
    );
  });
});
