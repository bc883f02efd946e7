import fc from 'fast-check';
import { SEPARATORS } from './csv-record.js';
import { scanCsv } from './scan-csv.js';
import { csvLine, writeCsv } from './write-csv.js';
import type { CsvStyle } from './write-csv.js';

async function written(rows: string[][], style?: CsvStyle): Promise<Buffer> {
  const blocks: Buffer[] = [];
  for await (const block of writeCsv(['titre', 'autre'], rows, style)) blocks.push(block);
  return Buffer.concat(blocks);
}

describe('writeCsv', () => {
  it('writes semicolons, CRLF and no byte order mark unless told', async () => {
    expect((await written([['é', '1']])).toString()).toBe('titre;autre\r\né;1\r\n');
    const style = { separator: ',', bom: true, eol: '\n' } as const;
    expect((await written([['é', '1']], style)).toString()).toBe('\uFEFFtitre,autre\né,1\n');
  });

  it('quotes only what must be, and changes no value', () => {
    expect(csvLine(['a;b', 'dit "x"', ' y ', '=1+1', 'c,d', 'l\nm'])).toBe(
      '"a;b";"dit ""x"""; y ;=1+1;c,d;"l\nm"\r\n',
    );
  });

  it('gives long files in several blocks', async () => {
    let blocks = 0;
    const rows = Array.from({ length: 20_000 }, (_, index) => ['valeur', String(index)]);
    for await (const block of writeCsv(['a', 'b'], rows)) blocks += block.length > 0 ? 1 : 0;

    expect(blocks).toBeGreaterThan(2);
  });

  it('is undone by the scanner, whatever the values', async () => {
    const value = fc
      .string({
        unit: fc.oneof(
          fc.constantFrom(';', '"', ',', '\t', '\r', '\n'),
          fc.string({ unit: 'grapheme', maxLength: 3 }),
        ),
      })
      .map((text) => text.replaceAll('\0', ''));
    const rows = fc.array(fc.tuple(value, value), { maxLength: 10 });
    const style = fc.record({
      separator: fc.constantFrom(...SEPARATORS),
      bom: fc.boolean(),
      eol: fc.constantFrom('\r\n' as const, '\n' as const),
    });
    await fc.assert(
      fc.asyncProperty(rows, style, async (table, options) => {
        const filled = table.filter((row) => row.some((cell) => cell.trim() !== ''));
        const bytes = await written(filled, options);
        const cells: string[][] = [];
        const source = (async function* () {
          yield bytes;
        })();
        const scan = scanCsv(source, { separator: options.separator });
        for await (const batch of scan) cells.push(...batch.map((record) => record.cells));
        expect(cells).toEqual([['titre', 'autre'], ...filled]);
      }),
      { numRuns: 500 },
    );
  });
});
