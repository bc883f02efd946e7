import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { CsvFault } from './csv-fault.js';
import type { CsvNotice, CsvRecord, Separator } from './csv-record.js';
import { scanCsv } from './scan-csv.js';

interface Reading {
  readonly records: CsvRecord[];
  readonly notices: CsvNotice[];
}

async function* inChunks(bytes: Uint8Array, sizes: readonly number[]): AsyncGenerator<Uint8Array> {
  let from = 0;
  for (let turn = 0; from < bytes.length; turn++) {
    const size = sizes[turn % sizes.length] ?? bytes.length;
    yield bytes.subarray(from, from + size);
    from += size;
  }
}

async function read(
  source: string | Uint8Array,
  sizes: readonly number[] = [1_000_000],
  separator: Separator = ';',
): Promise<Reading> {
  const scan = scanCsv(inChunks(Buffer.from(source), sizes), { separator });
  const records: CsvRecord[] = [];
  for await (const batch of scan) records.push(...batch);
  return { records, notices: scan.notices() };
}

const cellsOf = async (source: string | Uint8Array): Promise<string[][]> =>
  (await read(source)).records.map((record) => record.cells);

async function faultOf(source: string | Uint8Array, sizes?: readonly number[]): Promise<CsvFault> {
  const caught: unknown = await read(source, sizes).catch((error: unknown) => error);
  if (caught instanceof CsvFault) return caught;
  throw new Error('the scanner accepted what it should refuse');
}

describe('scanCsv, records', () => {
  it('gives each record with its physical line and its place in bytes', async () => {
    const text = 'nom;ville\r\nZoé;"Saint\nDenis"\r\nLéa;Cilaos';
    const { records } = await read(text);

    expect(records.map((record) => record.line)).toEqual([1, 2, 4]);
    const bytes = Buffer.from(text);
    const raw = records.map((record) => bytes.toString('utf8', record.byteStart, record.byteEnd));
    expect(raw).toEqual(['nom;ville', 'Zoé;"Saint\nDenis"', 'Léa;Cilaos']);
    expect(records.map((record) => record.hasLineBreak)).toEqual([false, true, false]);
  });

  it('undoes quotes and doubled quotes, and keeps spaces', async () => {
    expect(await cellsOf('a;b;c\n"x;1";"dit ""Titi""";\n"";  y ;""""\n')).toEqual([
      ['a', 'b', 'c'],
      ['x;1', 'dit "Titi"', ''],
      ['', '  y ', '"'],
    ]);
  });

  it('keeps constant batches on a long file', async () => {
    const scan = scanCsv(inChunks(Buffer.from('a;b\n'.repeat(5_001)), [70_000]), {
      separator: ';',
    });
    const sizes: number[] = [];
    for await (const batch of scan) sizes.push(batch.length);

    expect(sizes).toEqual([2_000, 2_000, 1_001]);
  });

  it('lets heavy records leave in smaller batches', async () => {
    const row = `${Array.from({ length: 60 }, () => 'x'.repeat(9_000)).join(';')}\n`;
    const scan = scanCsv(inChunks(Buffer.from(row.repeat(20)), [1_000_000]), { separator: ';' });
    const sizes: number[] = [];
    for await (const batch of scan) sizes.push(batch.length);

    expect(Math.max(...sizes)).toBeLessThan(10);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(20);
  });

  it('gives nothing for an empty file', async () => {
    expect((await read('')).records).toEqual([]);
    expect((await read(Buffer.from([0xef, 0xbb, 0xbf]))).records).toEqual([]);
  });

  it('accepts a genuine replacement character, which is a matter for the row', async () => {
    expect(await cellsOf('a\nRen\uFFFD')).toEqual([['a'], ['Ren\uFFFD']]);
  });
});

describe('scanCsv, notices', () => {
  const kinds = async (source: string): Promise<unknown[]> =>
    (await read(source)).notices.map(({ kind, level, count, lines }) => [
      kind,
      level,
      count,
      lines,
    ]);

  it('says nothing about a clean file, with or without a last line end', async () => {
    expect(await kinds('a;b\r\n1;2\r\n')).toEqual([]);
    expect(await kinds('a;b\n1;2')).toEqual([]);
  });

  it('removes the byte order mark and the sep= line, without counting that line', async () => {
    const { records, notices } = await read('\uFEFFsep=;\r\n"a";b\r\n1;2\r\n', [1]);

    expect(records.map((record) => [record.line, ...record.cells])).toEqual([
      [1, 'a', 'b'],
      [2, '1', '2'],
    ]);
    expect(notices.map((notice) => notice.kind)).toEqual(['byte-order-mark', 'separator-line']);
  });

  it('tells mixed line ends with the lines of the rarer kind', async () => {
    expect(await kinds('a;b\r\n1;2\n3;4\r\n')).toEqual([
      ['mixed-line-ends', 'AVERTISSEMENT', 1, [2]],
    ]);
  });

  it('leaves blank rows out: a warning in the middle, an information at the end', async () => {
    expect(await cellsOf('a;b\n\n;\n1;2\n ; \n\n')).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
    expect(await kinds('a;b\n\n;\n1;2\n ; \n\n')).toEqual([
      ['blank-rows', 'AVERTISSEMENT', 2, [2, 3]],
      ['trailing-blank-rows', 'INFORMATION', 2, [5, 6]],
    ]);
  });

  it('never remembers more than twenty lines', async () => {
    const [notice] = (await read(`a\n${'\n'.repeat(5_000)}b\n${'\n'.repeat(30)}c`)).notices;

    expect(notice).toMatchObject({ kind: 'blank-rows', count: 5_030 });
    expect(notice?.lines).toHaveLength(20);
  });
});

describe('scanCsv, faults', () => {
  const unclosed = 'a;b\r\n1;2\r\n3;"quatre\r\n5;6\r\n';
  const cases: [string, string | Uint8Array, string, number][] = [
    ['an unclosed quote, at its opening', unclosed, 'GUILLEMET_NON_FERME', 3],
    [
      'an unclosed quote that swallows lines',
      `a\nb;"${'\n'.repeat(250)}"`,
      'GUILLEMET_NON_FERME',
      2,
    ],
    [
      'an unclosed quote that swallows bytes',
      `a\nb;"${'x'.repeat(1_048_600)}"`,
      'GUILLEMET_NON_FERME',
      2,
    ],
    ['a text after a closing quote', 'a;b\n1;"x"z\n', 'GUILLEMET_MAL_PLACE', 2],
    ['a space after a closing quote', 'a;b\n1;"x" \n', 'GUILLEMET_MAL_PLACE', 2],
    ['a quote inside a bare value', 'a;b\n\n1;x"y\n', 'GUILLEMET_MAL_PLACE', 3],
    ['a lone CR', 'a;b\n1;2\r3;4\n', 'FINS_DE_LIGNE_MIXTES', 2],
    ['a lone CR at the very end', 'a;b\n1;2\r', 'FINS_DE_LIGNE_MIXTES', 2],
    ['a long bare value', `a;b\n1;${'x'.repeat(10_001)}\n`, 'CHAMP_TROP_LONG', 2],
    ['a long quoted value', `a;b\n1;"${'x'.repeat(10_001)}"\n`, 'CHAMP_TROP_LONG', 2],
    ['a value of 5 MB', `a;b\n1;${'x'.repeat(5_000_000)}`, 'CHAMP_TROP_LONG', 2],
    ['too many columns', `a\n${';'.repeat(64)}\n`, 'TROP_DE_COLONNES', 2],
    ['a NUL', 'a;b\n1;\0\n', 'OCTET_NUL', 2],
    ['a NUL inside quotes', 'a;b\n1;"\n\0"\n', 'OCTET_NUL', 3],
    ['bytes that are not UTF-8', Buffer.from('a\nRen\xe9\n', 'latin1'), 'ENCODAGE_MIXTE', 2],
  ];

  it.each(cases)('refuses %s', async (_, source, code, line) => {
    expect(await faultOf(source)).toMatchObject({ code, line, kind: 'invalid' });
  });

  it.each(cases)('refuses %s alike whatever the chunk borders', async (_, source) => {
    const whole = await faultOf(source);
    for (const sizes of [[7], [4_096, 1], [65_536, 30_001]]) {
      expect(await faultOf(source, sizes)).toMatchObject({
        code: whole.code,
        line: whole.line,
        byteOffset: whole.byteOffset,
      });
    }
  });

  it('gives the byte offset of the opening quote', async () => {
    expect((await faultOf(unclosed)).byteOffset).toBe(unclosed.indexOf('"'));
  });

  it('accepts the longest value and the most columns allowed', async () => {
    const row = ['é'.repeat(10_000), ...Array.from({ length: 63 }, () => 'x')];

    expect(await cellsOf(`${row.join(';')}\n`)).toEqual([row]);
  });
});

describe('scanCsv, against csv-parse as oracle', () => {
  const value = fc.oneof(
    fc.constantFrom('', 'a', 'Zoé', 'N’GUESSAN', '😀', ';', '"', '\n', '\r\n', ' x ', '""', ',\t'),
    fc.string({ unit: 'grapheme', maxLength: 12 }),
  );
  const separators = fc.constantFrom<Separator>(';', ',', '\t');
  const sizes = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 8 });
  const rows = fc
    .integer({ min: 1, max: 6 })
    .chain((width) =>
      fc.array(fc.array(value, { minLength: width, maxLength: width }), { maxLength: 12 }),
    );
  const isFilled = (row: readonly string[]): boolean => row.some((cell) => cell.trim() !== '');

  it('reads random valid files alike, whatever the chunk borders and line ends', async () => {
    const inputs = [rows, separators, sizes, fc.constantFrom('\n', '\r\n'), fc.boolean()] as const;
    await fc.assert(
      fc.asyncProperty(...inputs, async (table, separator, cuts, eol, always) => {
        const quote = (cell: string): string =>
          always || /[";,\t\r\n]/.test(cell) || cell.startsWith('\uFEFF')
            ? `"${cell.replaceAll('"', '""')}"`
            : cell;
        const lines = [['titre'], ...table.filter(isFilled)].map((row) =>
          row.map((cell) => quote(cell.replaceAll('\0', ''))).join(separator),
        );
        const text = lines.join(eol) + (always ? eol : '');
        const expected: string[][] = parse(text, {
          delimiter: separator,
          record_delimiter: eol,
          relax_column_count: true,
        });
        const { records } = await read(text, cuts, separator);
        expect(records.map((record) => record.cells)).toEqual(expected.filter(isFilled));
      }),
      { numRuns: 400 },
    );
  });

  it('accepts and refuses random noise as csv-parse does, but for what we refuse on purpose', async () => {
    const noise = fc.string({ unit: fc.constantFrom('a', ';', '"', '\n', 'é'), maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(noise, sizes, async (text, cuts) => {
        const options = { delimiter: ';', relax_column_count: true, record_delimiter: '\n' };
        let expected: string[][] | undefined;
        try {
          expected = parse(text, options);
        } catch {
          expected = undefined;
        }
        const ours = await read(text, cuts).catch(() => undefined);
        expect(ours?.records.map((record) => record.cells)).toEqual(expected?.filter(isFilled));
      }),
      { numRuns: 1_000 },
    );
  });
});
