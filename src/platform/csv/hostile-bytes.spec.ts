import { isUtf8 } from 'node:buffer';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { CsvFault, type CsvFaultCode } from './csv-fault.js';
import { scanCsv } from './scan-csv.js';

/** `FUZZ_RUNS=1000000 npm run test:unit -- hostile-bytes` looks further. */
const RUNS = Number(process.env['FUZZ_RUNS'] ?? 2_000);

/**
 * Every wanted difference with csv-parse, in one place: what we refuse although it reads it, and when.
 * Besides, a byte order mark and a line `sep=` are skipped and blank rows are left out.
 */
const REFUSED_ON_PURPOSE: Partial<Record<CsvFaultCode, (bytes: Buffer) => boolean>> = {
  OCTET_NUL: (bytes) => bytes.includes(0),
  ENCODAGE_MIXTE: (bytes) => !isUtf8(bytes),
  FINS_DE_LIGNE_MIXTES: (bytes) => /\r(?!\n)/.test(bytes.toString('latin1')),
};

const PIECES = ['a', 'é', '😀', ';', '"', '""', '\n', '\r\n', '\r', '\0', ' ', '\uFEFF', 'sep=;\n'];
const piece = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(...PIECES.map((text) => Buffer.from(text))) },
  { weight: 1, arbitrary: fc.uint8Array({ minLength: 1, maxLength: 4 }).map(Buffer.from) },
);
const hostile = fc.array(piece, { maxLength: 40 }).map((pieces) => Buffer.concat(pieces));
const borders = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 6 });

type Reading = readonly (readonly string[])[] | CsvFaultCode;

async function ours(bytes: Buffer, sizes: readonly number[]): Promise<Reading> {
  const cells: string[][] = [];
  try {
    for await (const batch of scanCsv(chunks(bytes, sizes), { separator: ';' })) {
      cells.push(...batch.map((record) => record.cells));
    }
    return cells;
  } catch (error) {
    if (error instanceof CsvFault) return error.code;
    throw error;
  }
}

async function* chunks(bytes: Buffer, sizes: readonly number[]): AsyncGenerator<Uint8Array> {
  let from = 0;
  for (let turn = 0; from < bytes.length; turn += 1) {
    const size = sizes[turn % sizes.length] ?? bytes.length;
    yield bytes.subarray(from, from + size);
    from += size;
  }
}

/** What csv-parse reads of the same bytes; nothing when it refuses them. */
function theirs(bytes: Buffer): string[][] | undefined {
  const options = { delimiter: ';', relax_column_count: true, record_delimiter: ['\r\n', '\n'] };
  // Told to look for a mark, csv-parse would turn to UTF-16 at one of UTF-16; the scanner is only
  // given UTF-8, the door having converted the rest.
  const bom = bytes.subarray(0, UTF8_MARK.length).equals(UTF8_MARK);
  try {
    const read = parse(bytes, { ...options, bom, raw: true }) as unknown as Raw[];
    const isMark = SEPARATOR_LINE.test(read[0]?.raw.replace(/\r?\n$/, '') ?? '');
    const rows = read.slice(isMark ? 1 : 0).map(({ record }) => record);
    return rows.filter((row) => row.some((cell) => cell.trim() !== ''));
  } catch {
    return undefined;
  }
}

const UTF8_MARK = Buffer.from('\uFEFF');

interface Raw {
  readonly record: string[];
  readonly raw: string;
}

const SEPARATOR_LINE = /^"?sep=.?"?(?:[;,\t]|$)/i;

/** What speaks against our reading of these bytes; nothing when all is well. */
function objection(bytes: Buffer, reading: Reading): string | undefined {
  const expected = theirs(bytes);
  if (typeof reading !== 'string') {
    return JSON.stringify(reading) === JSON.stringify(expected) ? undefined : 'other cells';
  }
  if (expected === undefined) return undefined;
  return REFUSED_ON_PURPOSE[reading]?.(bytes) ? undefined : `refused for ${reading}`;
}

describe('scanCsv on hostile bytes', () => {
  it('reads what csv-parse reads, and refuses nothing but what is listed', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, borders, async (bytes, sizes) => {
        expect(objection(bytes, await ours(bytes, sizes))).toBeUndefined();
      }),
      { numRuns: RUNS },
    );
  });

  it('says the same whatever the borders of the chunks', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, borders, borders, async (bytes, one, other) => {
        expect(await ours(bytes, one)).toEqual(await ours(bytes, other));
      }),
      { numRuns: RUNS / 2 },
    );
  });
});
