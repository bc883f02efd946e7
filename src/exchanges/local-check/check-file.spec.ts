import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { localDate, type Instant } from '../../kernel/index.js';
import { CommuneDirectory } from '../../organisations/index.js';
import { manifestNameOf } from '../deposit/index.js';
import { csvLine, headersOf, sampleCells } from '../flow/index.js';
import { SUITES } from '../flows/index.js';
import { checkFile, type CheckFileOptions, type LocalCheck } from './check-file.js';
import type { LocalOrganisation } from './local-reference.js';

class AllCommunes extends CommuneDirectory {
  override isKnown(): boolean {
    return true;
  }
  override currentOf(code: string): string {
    return code;
  }
  override nameOf(): undefined {
    return undefined;
  }
  override named(): readonly string[] {
    return [];
  }
  override departmentOf(code: string): string {
    return code.slice(0, 3);
  }
  override postalCodes(): readonly string[] {
    return [];
  }
}

const NAME = 'SUI_P_RSMA-RE_2026-11_000001_I_v1.csv';
const HEADERS = headersOf(SUITES);
const SAMPLES = sampleCells(SUITES);
const cellOf = (cells: readonly string[], header: string): string =>
  cells[HEADERS.indexOf(header)] ?? '';

function organisation(code: string, kind: LocalOrganisation['kind']): LocalOrganisation {
  const validFrom = localDate(2020, 1, 1);
  return { code, kind, timeZone: 'Indian/Reunion', validFrom, validTo: null };
}

const missionLocales = SAMPLES.map((cells) => cellOf(cells, 'code_structure')).filter(Boolean);
const OPTIONS: CheckFileOptions = {
  now: '2026-12-02T08:00:00.000Z' as Instant,
  reference: {
    communes: new AllCommunes(),
    organisations: [
      organisation('RSMA-RE', 'unit'),
      ...missionLocales.map((code) => organisation(code, 'mission-locale')),
    ],
  },
};

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'passerelle-check-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

/** Writes a SUI file of these rows, and its manifest unless told otherwise. */
function write(rows: readonly (readonly string[])[], manifest: 'right' | 'none' = 'right'): string {
  const content = [HEADERS, ...rows].map((cells) => csvLine(cells)).join('');
  const file = path.join(folder, NAME);
  writeFileSync(file, content);
  if (manifest === 'right') {
    const sidecar = path.join(folder, manifestNameOf(NAME));
    writeFileSync(sidecar, JSON.stringify(manifestFor(content, rows)));
  }
  return file;
}

function manifestFor(content: string, rows: readonly (readonly string[])[]) {
  const count = (header: string, value: string): number =>
    rows.filter((cells) => cellOf(cells, header) === value).length;
  const recipients = rows.map((cells) => cellOf(cells, SUITES.recipientColumn));
  const types = ['SITUATION', 'EVENEMENT', 'CORRECTION', 'ANNULATION'];
  return {
    version_manifeste: '1.0',
    identifiant_echange: '0193c1f2-8f0e-7b6a-9f1d-5a1c9e0b7f42',
    flux: 'SUI',
    mode: 'P',
    nature: 'I',
    periode: '2026-11',
    sequence: 1,
    emetteur: 'RSMA-RE',
    schema: 'sui',
    schema_version: SUITES.version,
    date_generation: '2026-12-02T11:00:00+04:00',
    fichier: {
      nom: NAME,
      octets: Buffer.byteLength(content),
      sha256: createHash('sha256').update(content).digest('hex'),
      encodage: 'utf-8',
      separateur: ';',
    },
    totaux: {
      lignes: rows.length,
      par_type: Object.fromEntries(types.map((type) => [type, count('type_ligne', type)])),
      par_destinataire: Object.fromEntries(
        recipients.map((code) => [code, count(SUITES.recipientColumn, code)]),
      ),
    },
  };
}

async function textOf({ report }: LocalCheck): Promise<string> {
  let text = '';
  for await (const piece of report) text += piece;
  return text;
}

async function jsonOf(check: LocalCheck): Promise<Record<string, unknown>> {
  return JSON.parse(await textOf(check)) as Record<string, unknown>;
}

function withCell(cells: readonly string[], header: string, value: string): string[] {
  return cells.map((cell, at) => (HEADERS[at] === header ? value : cell));
}

describe('The local check of a file', () => {
  it('finds the published samples conform, and says what it could not check', async () => {
    const check = await checkFile(write(SAMPLES), OPTIONS);
    expect(await jsonOf(check)).toMatchObject({
      crm: null,
      aee: null,
      fichier: NAME,
      code: 0,
      stade: 'LOCAL',
      compteurs: { lues: SAMPLES.length, appliquees: SAMPLES.length, rejetees: 0 },
      anomalies_par_code: {},
      controles_non_faits: expect.arrayContaining([expect.stringContaining('identité')]),
      anomalies: [],
    });
    expect(check.exitStatus).toBe(0);
  });

  it('tells the anomalies of rows, and the keys repeated across the file', async () => {
    const [first = [], second = []] = SAMPLES;
    const rows = [
      withCell(first, 'date_etat', '2026-02-31'),
      second,
      withCell(withCell(second, 'identifiant_ligne', '99'), 'nom_naissance', 'AUTRE'),
    ];
    const check = await checkFile(write(rows), OPTIONS);
    expect(check.exitStatus).toBe(1);
    expect(await jsonOf(check)).toMatchObject({
      code: 3,
      compteurs: { lues: 3, rejetees: 3 },
      anomalies_par_code: { 'primary-key': 2 },
      anomalies: expect.arrayContaining([
        expect.objectContaining({ ligne: 2, colonne: 'date_etat', precision: 'DATE_IMPOSSIBLE' }),
      ]),
    });
  });

  it('gives the anomalies in the order of the lines', async () => {
    const [first = [], second = []] = SAMPLES;
    const rows = [
      first,
      second,
      withCell(withCell(first, 'identifiant_ligne', '99'), 'nom_naissance', 'AUTRE'),
    ];
    const { anomalies } = await jsonOf(await checkFile(write(rows), OPTIONS));
    const lines = (anomalies as { ligne: number }[]).map(({ ligne }) => ligne);
    expect(lines).toEqual([2, 4]);
  });

  it('asks for the manifest, and finds it under another name', async () => {
    const file = write(SAMPLES, 'none');
    const absent = await checkFile(file, OPTIONS);
    expect(absent.exitStatus).toBe(1);
    expect(await jsonOf(absent)).toMatchObject({ anomalies: [{ code: 'MANIFESTE_ABSENT' }] });

    write(SAMPLES);
    const manifest = path.join(folder, 'autre.json');
    const { exitStatus } = await checkFile(file, {
      ...OPTIONS,
      manifest: path.join(folder, manifestNameOf(NAME)),
    });
    expect(exitStatus).toBe(0);
    expect((await checkFile(file, { ...OPTIONS, manifest })).exitStatus).toBe(1);
  });

  it('refuses a whole file as the door does', async () => {
    const file = write(SAMPLES);
    writeFileSync(file, 'x', { flag: 'a' });
    const report = await jsonOf(await checkFile(file, OPTIONS));
    expect(report).toMatchObject({ code: 3, anomalies_par_code: { 'hash-count': 1 } });
  });

  it.each([
    ['is absent', () => path.join(folder, 'absent.csv')],
    ['is a folder', () => folder],
    [
      'is no text',
      () => {
        const file = write(SAMPLES);
        writeFileSync(file, Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0]));
        return file;
      },
    ],
  ])('calls unreadable a file that %s', async (_, file) => {
    const check = await checkFile(file(), OPTIONS);
    expect(check.exitStatus).toBe(2);
    expect(await jsonOf(check)).toMatchObject({
      code: 3,
      anomalies: expect.arrayContaining([expect.objectContaining({ ligne: null })]),
    });
  });

  it.each([
    ['CHEMIN', () => path.join(folder, 'absent.csv')],
    ['DOSSIER', () => folder],
  ])('says what is wrong with the path: %s', async (precision, file) => {
    const fault = { code: 'DONNEES_ABSENTES', precision };
    expect(await jsonOf(await checkFile(file(), OPTIONS))).toMatchObject({ anomalies: [fault] });
  });

  it('gives the same report as CSV and as a page', async () => {
    const [first = []] = SAMPLES;
    const file = write([withCell(first, 'date_etat', '2026-02-31')]);
    const csv = await textOf(await checkFile(file, { ...OPTIONS, format: 'csv' }));
    expect(csv.split('\r\n')[1]).toMatch(/^2;\d+;date_etat;/);
    const page = await textOf(await checkFile(file, { ...OPTIONS, format: 'html' }));
    expect(page).toContain(`<h1>Contrôle local du fichier ${NAME}</h1>`);
    expect(page).toContain('Contrôles que seul le service peut faire');
  });

  it('checks the file of an emitter the register does not know', async () => {
    const reference = { ...OPTIONS.reference, organisations: [] };
    const report = await jsonOf(await checkFile(write(SAMPLES), { ...OPTIONS, reference }));
    expect(report['anomalies_par_code']).toHaveProperty('CODE_INCONNU');
  });
});
