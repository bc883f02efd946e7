import { isUtf8 } from 'node:buffer';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { CsvFault } from './csv-fault.js';
import { detectEncoding } from './detect-encoding.js';
import { toUtf8 } from './to-utf8.js';
import { Utf8Inspector } from './utf8-inspector.js';

async function* inChunks(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
}

const encodingOf = (bytes: Uint8Array, size = 5): Promise<{ encoding: string }> =>
  detectEncoding(inChunks(bytes, size));

async function faultOf(bytes: Uint8Array): Promise<CsvFault> {
  const caught: unknown = await encodingOf(bytes).catch((error: unknown) => error);
  if (caught instanceof CsvFault) return caught;
  throw new Error('the encoding was accepted');
}

const FRENCH = [
  'nom;prenoms;adresse_voie',
  'LÉGER;Zoé,Hélène;12 rue de l’Église',
  'FRANÇOIS;Anaïs;3 allée des Flamboyants n° 4',
  'N’GUESSAN;Jérôme;Bâtiment « Œillets »',
  'HOARAU;Maëlle;Résidence Les Goëlands, entrée côté forêt',
].join('\r\n');

describe('detectEncoding', () => {
  it.each([
    ['utf-8', Buffer.from(FRENCH), false],
    ['utf-8', Buffer.from('nom;ville\r\nPAYET;Cilaos'), false],
    ['utf-8', Buffer.alloc(0), false],
    ['utf-8-bom', Buffer.from(`\uFEFF${FRENCH}`), false],
    ['utf-16le', iconv.encode(FRENCH, 'utf-16le', { addBOM: true }), true],
    ['utf-16be', iconv.encode(FRENCH, 'utf-16be', { addBOM: true }), true],
    ['windows-1252', iconv.encode(FRENCH, 'windows-1252'), true],
    ['macintosh', iconv.encode(FRENCH, 'macintosh'), true],
    ['cp850', iconv.encode(FRENCH.replaceAll('’', "'").replaceAll('Œ', 'OE'), 'cp850'), true],
  ])('recognises %s', async (encoding, bytes, isConverted) => {
    expect(await encodingOf(bytes)).toEqual({ encoding, isConverted });
  });

  it.each(['René', 'Élodie', 'ANDRÉ', 'FRANÇOISE', 'été', 'João et José', 'n° 5'])(
    'needs no more than "%s" to recognise windows-1252',
    async (text) => {
      const bytes = iconv.encode(`nom\r\n${text};x\r\n`, 'windows-1252');
      expect(await encodingOf(bytes)).toMatchObject({ encoding: 'windows-1252' });
    },
  );

  it('takes a path, and accents that come late in a long file', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'encoding-'));
    const path = join(folder, 'file.csv');
    writeFileSync(path, iconv.encode(`${'PAYET;Cilaos\r\n'.repeat(100_000)}Zoé`, 'windows-1252'));

    expect(await detectEncoding(path)).toMatchObject({ encoding: 'windows-1252' });
    rmSync(folder, { recursive: true });
  });

  it('never guesses when several encodings read as well', async () => {
    const bytes = Buffer.from('GENEVI\xd4VE', 'latin1');
    expect(await faultOf(bytes)).toMatchObject({ code: 'ENCODAGE_INDETERMINE', line: 1 });
  });

  it('never guesses from bytes that are no letters at all', async () => {
    const noise = Buffer.from('a\n\xa4\xa6\xa8\xb8\xbc x\xd7y', 'latin1');
    expect(await faultOf(noise)).toMatchObject({ code: 'ENCODAGE_INDETERMINE', line: 2 });
  });

  it('refuses UTF-16 without byte order mark', async () => {
    for (const encoding of ['utf-16le', 'utf-16be']) {
      const bytes = iconv.encode(FRENCH, encoding, { addBOM: false });
      expect(await faultOf(bytes)).toMatchObject({ code: 'ENCODAGE_INDETERMINE' });
    }
  });

  it('refuses a NUL byte, with its place', async () => {
    const place = { code: 'OCTET_NUL', line: 2, byteOffset: 6 };
    expect(await faultOf(Buffer.from('a;b\r\n1\0;2 and more text'))).toMatchObject(place);
  });

  it('refuses a mix, at the first byte of the rarer encoding', async () => {
    const utf8 = Buffer.from('Zoé;Léa;Élodie\r\n');
    const ansi = Buffer.from('Zo\xe9;L\xe9a;\xc9lodie\r\n', 'latin1');

    expect(await faultOf(Buffer.concat([utf8, utf8, ansi]))).toMatchObject({
      code: 'ENCODAGE_MIXTE',
      line: 3,
      byteOffset: utf8.length * 2 + 2,
    });
    expect(await faultOf(Buffer.concat([ansi, ansi, utf8]))).toMatchObject({
      code: 'ENCODAGE_MIXTE',
      line: 3,
      byteOffset: ansi.length * 2 + 2,
    });
  });

  it('refuses bytes that are not UTF-8 after a UTF-8 byte order mark', async () => {
    const bytes = Buffer.concat([Buffer.from('\uFEFFa\n'), Buffer.from('Ren\xe9', 'latin1')]);
    expect(await faultOf(bytes)).toMatchObject({ code: 'ENCODAGE_MIXTE', line: 2, byteOffset: 8 });
  });
});

describe('Utf8Inspector', () => {
  const byte = fc.oneof(
    fc.integer({ min: 0, max: 255 }),
    fc.constantFrom(0x41, 0x0a, 0x80, 0xbf, 0xc3, 0xa9, 0xe0, 0xed, 0xa0, 0x9f, 0xf0, 0x90, 0xf4),
  );
  const noise = fc.array(byte, { maxLength: 8 }).map((bytes) => Uint8Array.from(bytes));
  const text = fc.string({ unit: 'binary', maxLength: 8 }).map((value) => Buffer.from(value));

  it('agrees with the runtime on every sequence of bytes, whatever the chunk borders', () => {
    fc.assert(
      fc.property(fc.oneof(noise, text), fc.integer({ min: 1, max: 9 }), (bytes, size) => {
        const inspector = new Utf8Inspector();
        for (let from = 0; from < bytes.length; from += size) {
          inspector.push(bytes.subarray(from, from + size));
        }
        inspector.end();
        expect(inspector.invalid.count === 0).toBe(isUtf8(bytes));
      }),
      { numRuns: 3_000 },
    );
  });
});

describe('toUtf8', () => {
  async function converted(bytes: Uint8Array, size: number): Promise<string> {
    const { encoding } = await detectEncoding(inChunks(bytes, size));
    const parts: Uint8Array[] = [];
    for await (const part of toUtf8(inChunks(bytes, size), encoding)) parts.push(part);
    return Buffer.concat(parts).toString('utf8');
  }

  it.each(['utf-8', 'utf-16le', 'utf-16be'])(
    'gives canonical UTF-8 back from %s with its mark, whatever the chunk borders',
    async (encoding) => {
      for (const size of [1, 2, 3, 5, 4_096]) {
        const bytes = iconv.encode(`${FRENCH}😀`, encoding, { addBOM: true });
        expect(await converted(bytes, size)).toBe(`${FRENCH}😀`);
      }
    },
  );

  it('keeps the letters and signs the standard decoder destroys', async () => {
    const text = `${FRENCH}\r\nŒuvre;L’Haÿ;€ – Ÿ`;
    expect(await converted(iconv.encode(text, 'windows-1252'), 7)).toBe(text);
  });
});
