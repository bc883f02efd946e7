import fc from 'fast-check';
import type { EncodingName } from './detect-encoding.js';
import { ERASED, eraseCells, fromUtf8, scanCsv, toUtf8 } from './index.js';

async function* inChunks(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
}

async function whole(source: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of source) chunks.push(Uint8Array.from(chunk));
  return Buffer.concat(chunks);
}

async function cellsOf(source: AsyncIterable<Uint8Array>) {
  const records = [];
  for await (const batch of scanCsv(source, { separator: ';' })) records.push(...batch);
  return records;
}

const ENCODINGS: EncodingName[] = ['utf-8', 'utf-8-bom', 'utf-16le', 'utf-16be', 'windows-1252'];
const TEXT = 'n;ville;note\r\n1;"Saint ""Pierre""; bourg";SIGYCOP é\r\n2;Œuf;rien\r\n3;x;SIGYCOP\n';

describe('Erased cells', () => {
  it.each(ENCODINGS)('are gone from %s, and all the rest reads as before', async (encoding) => {
    const raw = await whole(fromUtf8(inChunks(Buffer.from(TEXT), 7), encoding));
    const read = await cellsOf(toUtf8(inChunks(raw, 5), encoding));
    expect(read.map(({ cells }) => cells)[1]).toEqual(['1', 'Saint "Pierre"; bourg', 'SIGYCOP é']);
    const places = [1, 3].map((at) => ({ ...read[at]!, cell: 2 }));
    const canonical = toUtf8(inChunks(raw, 5), encoding);
    const erased = await whole(fromUtf8(eraseCells(canonical, places, ';'), encoding));
    const after = await cellsOf(toUtf8(inChunks(erased, 11), encoding));
    expect(after.map(({ cells }) => cells)).toEqual([
      ['n', 'ville', 'note'],
      ['1', 'Saint "Pierre"; bourg', ERASED.repeat(10)],
      ['2', 'Œuf', 'rien'],
      ['3', 'x', ERASED.repeat(7)],
    ]);
    expect(after.map(({ byteStart }) => byteStart)).toEqual(read.map(({ byteStart }) => byteStart));
  });

  it('leave every other cell as it was, wherever chunks end and whatever the cells hold', async () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'é', ';', '"', ' '), maxLength: 6 });
    const rows = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 8 });
    const written = (text: string) => `"${text.replaceAll('"', '""')}"`;
    await fc.assert(
      fc.asyncProperty(rows, fc.nat(2), fc.integer({ min: 1, max: 9 }), async (all, at, size) => {
        const lines = all.map((row, index) => `${index};${row.map(written).join(';')}\n`);
        const bytes = Buffer.from(lines.join(''));
        const read = await cellsOf(inChunks(bytes, size));
        const places = read.filter((_, index) => index % 2 === 0);
        const cells = places.map((place) => ({ ...place, cell: at + 1 }));
        const erased = await whole(eraseCells(inChunks(bytes, size), cells, ';'));
        expect(erased).toHaveLength(bytes.length);
        const after = await cellsOf(inChunks(erased, size));
        for (const [index, { cells: found }] of after.entries()) {
          const expected = [...(read[index]?.cells ?? [])];
          if (index % 2 === 0) expected[at + 1] = found[at + 1] ?? '';
          expect(found).toEqual(expected);
          if (index % 2 === 0) expect(found[at + 1]).toMatch(/^[\u007f"]*$/u);
        }
      }),
    );
  });
});
