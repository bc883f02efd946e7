import { createHash } from 'node:crypto';
import { headersOf, sampleCells, sampleFile } from '../flow/index.js';
import { FLOWS, ORIENTATIONS, SUITES } from '../flows/index.js';
import { measureFile, sealFile } from './measure-file.js';

const NAME = 'SUI_P_RSMA-RE_2026-11_000001_I_v1.csv';
const HEADER = headersOf(SUITES);
const ROWS = sampleCells(SUITES);
const HAS_ACCENT = ROWS.some((cells) => cells.includes('Léa'));

/** The sample of SUI with another separator or end of line. */
function text(separator = ';', end = '\r\n', rows = ROWS): string {
  return [HEADER, ...rows].map((cells) => cells.join(separator) + end).join('');
}

/** In pieces of seven bytes: nothing may depend on how the bytes arrive. */
async function measure(bytes: Uint8Array, name = NAME) {
  const source = async function* () {
    for (let at = 0; at < bytes.length; at += 7) yield bytes.subarray(at, at + 7);
  };
  const seal = await sealFile(source);
  const measured = await measureFile(source, seal, name, SUITES, FLOWS);
  return { seal, ...measured, codes: measured.faults.map(({ code }) => code) };
}

describe('The seal of a file', () => {
  it('is its size and its hash, whatever the pieces it comes in', async () => {
    const bytes = sampleFile(SUITES);
    const { seal } = await measure(bytes);
    expect(seal.bytes).toBe(bytes.length);
    expect(seal.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
    expect(seal.head.subarray(0, 4).equals(bytes.subarray(0, 4))).toBe(true);
  });
});

describe('The measure of a file', () => {
  it('reads our own sample without a remark', async () => {
    const { measured, codes, mapping } = await measure(sampleFile(SUITES));
    expect(codes).toEqual([]);
    expect(measured).toMatchObject({
      encoding: 'utf-8',
      separator: ';',
      rows: ROWS.length,
      rowsByType: { SITUATION: ROWS.length },
      rowsByRecipient: { '97411S00': 2, '': 1 },
      rowsUncounted: 0,
    });
    expect(mapping?.indexes).toEqual(HEADER.map((_, at) => at));
  });

  it('sees through a byte order mark', async () => {
    const { codes, measured } = await measure(Buffer.from(`\uFEFF${text()}`));
    expect(codes).toEqual([]);
    expect(measured?.rows).toBe(ROWS.length);
  });

  it('converts Windows-1252, and says so', async () => {
    expect(HAS_ACCENT).toBe(true);
    const { codes, measured } = await measure(Buffer.from(text(), 'latin1'));
    expect(codes).toEqual(['ENCODAGE_CONVERTI']);
    expect(measured).toMatchObject({ encoding: 'windows-1252', rows: ROWS.length });
  });

  it('tolerates a comma that gives the known header', async () => {
    const { codes, measured } = await measure(Buffer.from(text(',')));
    expect(codes).toEqual(['SEPARATEUR_TOLERE']);
    expect(measured).toMatchObject({ separator: ',', rows: ROWS.length });
  });

  it('counts no blank row, nor the missing end of the last line', async () => {
    const { measured } = await measure(Buffer.from(`${text('; '.trim(), '\n').trimEnd()}`));
    expect(measured?.rows).toBe(ROWS.length);
    const blank = ';'.repeat(HEADER.length - 1);
    const { measured: withBlank } = await measure(Buffer.from(`${text()}${blank}\r\n\r\n`));
    expect(withBlank?.rows).toBe(ROWS.length);
  });

  it('counts no row under a header alone', async () => {
    expect((await measure(Buffer.from(text(';', '\r\n', [])))).measured?.rows).toBe(0);
  });

  it.each<[string, Uint8Array, string]>([
    ['nothing', new Uint8Array(), 'FICHIER_VIDE'],
    ['another kind of file', Buffer.from('%PDF-1.7\n'), 'TYPE_REEL_DIFFERENT'],
    ['a NUL byte', Buffer.from(text().replace('PAYET', 'PA\0ET')), 'OCTET_NUL'],
    ['no known separator', Buffer.from(text('|')), 'SEPARATEUR_INCONNU'],
    ['an open quote', Buffer.from(text().replace('PAYET', '"PAYET')), 'GUILLEMET_NON_FERME'],
  ])('stops at %s', async (_, bytes, code) => {
    const { codes, measured } = await measure(bytes);
    expect(codes).toEqual([code]);
    expect(measured).toBeNull();
  });

  it('has no header in a mark without a text', async () => {
    const { codes } = await measure(Buffer.from('\uFEFF'));
    expect(codes).not.toEqual([]);
  });

  it('recognises the header of another flow', async () => {
    expect((await measure(sampleFile(ORIENTATIONS))).codes).toContain('FLUX_DIFFERENT');
  });

  it('names a required column that is missing', async () => {
    const at = HEADER.indexOf('date_etat');
    const without = [HEADER, ...ROWS].map((cells) => cells.toSpliced(at, 1).join(';'));
    const { faults } = await measure(Buffer.from(`${without.join('\r\n')}\r\n`));
    expect(faults.map(({ code, level }) => [code, level])).toEqual([
      ['missing-label', 'BLOQUANT_FICHIER'],
    ]);
  });
});
