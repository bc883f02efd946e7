import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { TestApplication } from '../support/test-application.js';
import { cellsOf } from './report-of-the-demonstration.js';

const YEAR = String(new Date().getUTCFullYear() - 1);
/** Every sheet, separated by semicolons, in UTF-8, cells as they are shown. */
const EVERY_SHEET = 'csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,false,false,false,-1';

/** Rows of the tables, and in how many columns at least they hold a figure of the demonstration (ADR 0054). */
const FIGURES = [
  { row: 'K01 Orientations transmises', columns: 3 },
  { row: 'K06 Retenus', columns: 3 },
  { row: 'K11 Attrition', columns: 3 },
  { row: 'K12 Taux officiel', columns: 3 },
  { row: 'K13 Taux de cohorte', columns: 3 },
  { row: 'RSMA de la Martinique', columns: 3 },
  { row: 'SMV de Châlons-en-Champagne', columns: 3 },
];

type Cells = readonly (readonly string[])[];

/** The report as LibreOffice and poppler read it, against the page and the table; once for both. */
export function itsReportElsewhere(serviceOf: () => TestApplication): void {
  const missing = ['soffice', 'pdftotext', 'pdfinfo'].filter((name) => !isInstalled(name));
  if (missing.length > 0) {
    it.skip(`the report in LibreOffice and as a PDF: ${missing.join(', ')} not on the PATH`, () => {});
    return;
  }
  const committee = () => serviceOf().person('committee-member', 'NATIONAL');
  let folder = '';
  let sheets: ReadonlyMap<string, Cells> = new Map();
  const tables = () => [...sheets].filter(([name]) => name.startsWith('Tableau'));

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'passerelle-report-'));
    for (const extension of ['csv', 'ods', 'pdf']) {
      const { body } = await committee()
        .get(`/rapport/${YEAR}.${extension}`)
        .buffer(true)
        .parse((response, done) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('end', () => done(null, Buffer.concat(chunks)));
        });
      writeFileSync(path.join(folder, `rapport.${extension}`), body as Buffer);
    }
    sheets = await sheetsOf(folder);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('opens in LibreOffice, its numbers those of the table, its edition said', async () => {
    const table = await cellsOf(readFileSync(path.join(folder, 'rapport.csv')));
    const read = (sheets.get('Données') ?? []).map((cells) => cells.map(commaOf));
    expect(read).toEqual(table);
    const [[title] = [], ...about] = sheets.get('Rapport') ?? [];
    expect(title).toBe(`Rapport annuel ${YEAR}`);
    expect(about.flat().join(' ')).toContain('Chiffres provisoires');
    expect(tables().length).toBeGreaterThan(10);
  });

  it('reads figures there, and not only what stands for those that are hidden', () => {
    const read = tables().flatMap(([, rows]) => rows);
    for (const { row, columns } of FIGURES) {
      const own = read.filter(([head]) => head?.startsWith(row));
      const figures = own.map((cells) => cells.slice(1).filter((cell) => /^\d/.test(cell)).length);
      expect([row, Math.max(0, ...figures) >= columns]).toEqual([row, true]);
    }
  });

  it('says on its page, row by row, what LibreOffice reads in its sheets', async () => {
    const { text } = await committee().get(`/rapport/${YEAR}`).set('accept', 'text/html');
    expect(rowsNotIn(squeezed(textOf(text)), tables())).toEqual([]);
  });

  it('says on paper, row by row, what LibreOffice reads in its sheets', () => {
    const text = run('pdftotext', ['-raw', path.join(folder, 'rapport.pdf'), '-']);
    expect(text).toContain(`Rapport annuel ${YEAR}`);
    expect(text).toContain('Chiffres provisoires');
    expect(rowsNotIn(squeezed(text), tables())).toEqual([]);
  });

  it('is a tagged PDF with its title, for whoever reads it by ear', () => {
    const said = run('pdfinfo', [path.join(folder, 'rapport.pdf')]);
    expect(said).toMatch(new RegExp(`^Title: +Passerelle – Rapport annuel ${YEAR}$`, 'm'));
    expect(said).toMatch(/^Tagged: +yes$/m);
    expect(said).toMatch(/^Page size: .*\(A4\)$/m);
  });
}

/** The rows of tables, heads apart, that a text does not say: cell after cell, spaces left out. */
function rowsNotIn(text: string, tables: readonly [string, Cells][]): string[] {
  return tables.flatMap(([name, [, , ...rows]]) =>
    rows
      .filter((cells) => !text.includes(squeezed(cells.join(''))))
      .map((cells) => `${name}: ${cells.join(' | ')}`),
  );
}

function isInstalled(program: string): boolean {
  return spawnSync('which', [program]).status === 0;
}

function run(program: string, parameters: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(program, parameters, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${program}: ${stderr}`);
  return stdout;
}

/** Every sheet of the workbook, as LibreOffice shows it; with a profile of its own, as others may run. */
async function sheetsOf(folder: string): Promise<Map<string, Cells>> {
  const profile = pathToFileURL(path.join(folder, 'profile')).href;
  const out = path.join(folder, 'sheets');
  run('soffice', [
    `-env:UserInstallation=${profile}`,
    ...['--headless', '--convert-to', EVERY_SHEET, '--outdir', out],
    path.join(folder, 'rapport.ods'),
  ]);
  const found = new Map<string, Cells>();
  for (const file of readdirSync(out)) {
    const name = file.replace(/^rapport-|\.csv$/g, '').normalize('NFC');
    found.set(name, await cellsOf(readFileSync(path.join(out, file))));
  }
  return found;
}

/** LibreOffice without a language writes a point where French writes a comma. */
function commaOf(cell: string): string {
  return /^\d+\.\d+$/.test(cell) ? cell.replace('.', ',') : cell;
}

function textOf(html: string): string {
  return html
    .replace(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', '’')
    .replaceAll('&amp;', '&');
}

function squeezed(text: string): string {
  return text.replace(/\s+/g, '');
}
