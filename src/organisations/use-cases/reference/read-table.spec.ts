import { readTable } from './read-table.js';

const COLUMNS = ['code', 'nom'];
const EXPECTED = [
  { line: 1, cells: ['code', 'nom'] },
  { line: 2, cells: ['A', 'L’Île ; à "côté"'] },
];

async function read(text: string, encoding: BufferEncoding = 'utf8') {
  return readTable(Buffer.from(text, encoding), COLUMNS);
}

describe('A table that a spreadsheet wrote', () => {
  it.each([
    ['with a byte order mark and CRLF', '\uFEFFcode;nom\r\nA;"L’Île ; à ""côté"""\r\n'],
    ['with line feeds alone', 'code;nom\nA;"L’Île ; à ""côté"""\n'],
    ['with commas', 'code,nom\r\nA,"L’Île ; à ""côté"""\r\n'],
  ])('is read %s', async (_how, text) => {
    expect(await read(text)).toEqual({ records: EXPECTED });
  });

  it('is read in UTF-16 too', async () => {
    const text = '\uFEFFcode;nom\r\nA;"L’Île ; à ""côté"""\r\n';
    expect(await read(text, 'utf16le')).toEqual({ records: EXPECTED });
  });

  it.each([
    ['an empty file', ' \r\n', null, 'vide'],
    ['a page', '<!doctype html><table>', null, 'pas un CSV'],
    ['an open quote', 'code;nom\r\nA;"x\r\n', 2, 'guillemet'],
    ['a quote that stands wrong', 'code;nom\r\nA;x"y\r\n', 2, 'guillemet'],
    ['another separator', 'code|nom\r\nA|x\r\n', 1, 'point-virgule'],
  ])('is refused with the place and what to do: %s', async (_what, text, line, said) => {
    expect(await read(text)).toMatchObject({
      fault: { line, said: expect.stringContaining(said) },
    });
  });
});
