import { readFileSync } from 'node:fs';
import path from 'node:path';
import type TestAgent from 'supertest/lib/agent.js';
import { headersOf } from '../../src/exchanges/flow/index.js';
import { flowNamed } from '../../src/exchanges/flows/index.js';
import { csvLine, scanCsv } from '../../src/platform/csv/index.js';
import { startTestApplication, type TestApplication } from '../support/test-application.js';
import { deposit, depositOf, expectedSlot, reportOf, type Row } from './support/deposits.js';
import { SetClock } from './support/set-clock.js';

interface Typed {
  readonly name: string;
  readonly separator: string;
  readonly missionLocale: string;
  readonly unit: string;
  readonly ori: readonly Row[];
  readonly sui: readonly Row[];
}

const FOLDER = path.join(process.cwd(), 'test/exchanges/fixtures/libreoffice');
const bytesOf = (name: string) => readFileSync(path.join(FOLDER, name));
const TYPED: readonly Typed[] = JSON.parse(bytesOf('typed.json').toString('utf8'));
const ENCODINGS: Readonly<Record<string, string>> = {
  utf8: 'utf-8',
  'utf8-bom': 'utf-8-bom',
  'windows-1252': 'windows-1252',
  'windows-1252-lf': 'windows-1252',
  utf16: 'utf-16le',
};
const GENERATED_AT = '2026-11-22T07:30:00Z';

let service: TestApplication;
beforeAll(async () => {
  service = await startTestApplication({
    clock: new SetClock('2026-11-22T08:00:00.000Z'),
    isDemonstration: true,
  });
});
afterAll(() => service?.close());

interface Sending {
  readonly agent: TestAgent;
  readonly flow: string;
  readonly emitter: string;
  readonly bytes: Buffer;
  readonly rows: readonly Row[];
  readonly typed: Typed;
}

/** Deposits the table of a month by the API. */
async function send({ agent, flow, emitter, bytes, rows, typed }: Sending, nature: string) {
  const { period, sequence } = await expectedSlot(agent, flow, false);
  const name = `${flow}_P_${emitter}_${period}_${sequence}_${nature}_v1.csv`;
  const { separator } = typed;
  const encoding = ENCODINGS[typed.name] ?? '';
  const announced = { rows, emitter, encoding, separator, generatedAt: GENERATED_AT };
  return deposit(agent, depositOf(name, bytes, announced));
}

interface Anomaly {
  readonly ligne: number;
  readonly colonne: string;
  readonly code: string;
  readonly niveau: string;
  readonly correction: string;
}

function refusedCells(report: { anomalies: Anomaly[] }): string[] {
  return report.anomalies
    .filter(({ niveau }) => niveau === 'BLOQUANT_LIGNE')
    .map(({ ligne, colonne, code }) => `${ligne} ${colonne} ${code}`);
}

/** The rejects as they came back, with the cells that the partner corrects. */
async function corrected(agent: TestAgent, id: string, cells: Readonly<Record<string, Row>>) {
  const { text } = await agent.get(`/api/v1/exchanges/${id}/rejects`).expect(200);
  const source = async function* () {
    yield Buffer.from(text.replace('\uFEFF', ''));
  };
  const records: (readonly string[])[] = [];
  for await (const batch of scanCsv(source(), { separator: ';' })) {
    records.push(...batch.map((record) => record.cells));
  }
  const [header = [], ...lines] = records;
  const rows = lines.map((line) => {
    const row = Object.fromEntries(header.map((name, at) => [name, line[at] ?? '']));
    return { ...row, ...cells[row['identifiant_ligne'] ?? ''] };
  });
  const written = rows.map((row: Row) => csvLine(header.map((name) => row[name] ?? '')));
  return { rows, bytes: Buffer.from(`\uFEFF${csvLine(header)}${written.join('')}`) };
}

/** The table our own rejects are written in. */
const REJECTS = { name: 'utf8-bom', separator: ';' };

describe.each(TYPED)('Tables saved by LibreOffice as $name', (typed) => {
  const { missionLocale, unit, name } = typed;
  let ml: TestAgent;
  let regiment: TestAgent;
  let ids: { ori: string; sui: string };

  beforeAll(async () => {
    ml = await service.as(missionLocale);
    regiment = await service.as(unit);
    ids = { ori: '', sui: '' };
  });

  const orientations = (): Sending => ({
    agent: ml,
    flow: 'ORI',
    emitter: missionLocale,
    bytes: bytesOf(`ori-${name}.csv`),
    rows: typed.ori,
    typed,
  });
  const answers = (): Sending => ({
    ...orientations(),
    agent: regiment,
    flow: 'SUI',
    emitter: unit,
    bytes: bytesOf(`sui-${name}.csv`),
    rows: typed.sui,
  });

  it('are received, the encoding and the separator told', async () => {
    const { status, body } = await send(orientations(), 'I');
    ids.ori = body.id;

    expect({ status, errors: body.errors }).toEqual({ status: 202, errors: undefined });
    expect(body).toMatchObject({ encoding: ENCODINGS[name], separator: typed.separator, rows: 9 });
    const remarks: string[] = body.remarks.map(({ code }: { code: string }) => code);
    expect(remarks.includes('ENCODAGE_CONVERTI')).toBe(!name.startsWith('utf8'));
    expect(remarks.includes('SEPARATEUR_TOLERE')).toBe(typed.separator !== ';');
  });

  it('have their bad cells named by line, column and code, with what to do', async () => {
    const report = await reportOf(ml, ids.ori);

    expect(report.compteurs).toMatchObject({ lues: 9, appliquees: 6, rejetees: 3 });
    expect(refusedCells(report)).toEqual([
      '8 telephone ZERO_PERDU',
      '9 date_naissance type-error',
      '10 sexe CODE_INCONNU',
    ]);
    for (const { correction } of report.anomalies) expect(correction).toMatch(/^[A-ZÉÀ].+\.$/);
    expect(report.anomalies_par_code).toMatchObject({ FORMAT_DATE: 1 });
  });

  it('give back their rejects, which are accepted once corrected', async () => {
    const { rows, bytes } = await corrected(ml, ids.ori, {
      '7': { telephone: '0692000006' },
      '8': { date_naissance: '2004-02-28' },
      '9': { sexe: 'M' },
    });
    const sending = { ...orientations(), rows, bytes, typed: { ...typed, ...REJECTS } };
    const { status, body } = await send(sending, 'C');

    expect({ status, errors: body.errors }).toEqual({ status: 202, errors: undefined });
    const report = await reportOf(ml, body.id);
    expect(report.compteurs).toMatchObject({ lues: 3, appliquees: 3, rejetees: 0 });
    expect(report.anomalies).toEqual([]);
  });

  it('keep every name, byte for byte, and every zero in front', async () => {
    const { rows } = await service.database.owner.query(
      `select imilo_id, postal_code, phone, birth_place_code, array_to_string(first_names, ',') as first_names,
         convert_to(birth_name, 'UTF8') as birth_name, convert_to(usage_name, 'UTF8') as usage_name,
         convert_to(birth_place_label, 'UTF8') as place, convert_to(street, 'UTF8') as street
       from app.young_person where imilo_id = any($1) order by imilo_id`,
      [typed.ori.map((row) => row['identifiant_imilo'])],
    );
    const bytes = (text: string | undefined) => (text === undefined ? null : Buffer.from(text));

    expect(rows).toHaveLength(9);
    expect(rows).toEqual(
      typed.ori.map((row, at) => ({
        imilo_id: row['identifiant_imilo'],
        postal_code: row['code_postal'],
        phone: at === 6 ? '0692000006' : row['telephone'],
        birth_place_code: row['code_insee_naissance'],
        first_names: row['prenoms'],
        birth_name: bytes(row['nom_naissance']),
        usage_name: bytes(row['nom_usage']),
        place: bytes(row['lieu_naissance']),
        street: bytes(row['adresse_voie']),
      })),
    );
  });

  it('bring the answers of the unit to the cases they name', async () => {
    const { status, body } = await send(answers(), 'I');
    ids.sui = body.id;
    expect({ status, errors: body.errors }).toEqual({ status: 202, errors: undefined });
    expect(body).toMatchObject({ encoding: ENCODINGS[name], separator: typed.separator, rows: 6 });

    const report = await reportOf(regiment, ids.sui);

    expect(report.compteurs).toMatchObject({ lues: 6, appliquees: 4, rejetees: 2 });
    expect(refusedCells(report)).toEqual(['6 date_suite type-error', '7 code_suite CODE_INCONNU']);
    expect(await outcomes()).toEqual([
      'APTE_RETENU',
      'NON_RETENU',
      'AJOURNE',
      'DESISTEMENT',
      null,
      null,
    ]);
  });

  it('bring the corrected answers too', async () => {
    const { rows, bytes } = await corrected(regiment, ids.sui, {
      '5': { date_suite: '2026-10-26' },
      '6': { code_suite: 'ABSENT' },
    });
    const sending = { ...answers(), rows, bytes, typed: { ...typed, ...REJECTS } };
    const { body } = await send(sending, 'C');

    const report = await reportOf(regiment, body.id);
    expect(report.compteurs).toMatchObject({ lues: 2, appliquees: 2, rejetees: 0 });
    expect((await outcomes()).slice(4)).toEqual(['NON_RETENU', 'ABSENT']);
  });

  it('are refused from anybody else', async () => {
    const stranger = await service.as('97410S00');
    const { status, body } = await send({ ...orientations(), agent: stranger }, 'I');

    expect(status).toBe(422);
    expect(body.code).toBe('EMETTEUR_USURPE');
    const { total } = (await stranger.get('/api/v1/referrals').expect(200)).body;
    expect(total).toBe(0);
  });

  /** What the mission locale reads in its list. */
  async function outcomes(): Promise<(string | null)[]> {
    const codes: (string | null)[] = [];
    for (const row of typed.sui) {
      const { body } = await ml
        .get(`/api/v1/referrals?reference=${row['reference_orientation']}`)
        .expect(200);
      codes.push(body.items[0].outcome?.code ?? null);
    }
    return codes;
  }
});

it('covers every column of both flows', () => {
  for (const [flow, key] of [
    ['ORI', 'ori'],
    ['SUI', 'sui'],
  ] as const) {
    const declared = flowNamed(flow);
    const header = bytesOf(`${key}-utf8.csv`).toString('utf8').split('\n')[0]?.split(';');
    expect(header).toEqual(declared && headersOf(declared));
  }
});
