import type TestAgent from 'supertest/lib/agent.js';
import { csvLine } from '../../src/exchanges/flow/index.js';
import {
  deposit,
  depositOf,
  expectedSlot,
  headersNamed,
  reportOf,
  type Row,
} from '../exchanges/support/deposits.js';
import { SetClock } from '../exchanges/support/set-clock.js';
import { startTestApplication, type TestApplication } from '../support/test-application.js';
import { bornFromAValue, shownMarks } from './markup/born-from-a-value.js';
import { PAYLOADS } from './markup/payloads.js';

// Cells, headers and names of deposited files become no markup (SEC-28): forty payloads in each column.

const HEADERS = headersNamed('SUI');
/** What tells the rows apart, and keeps the file from being refused whole. */
const KEPT = new Set(['identifiant_ligne', 'type_ligne', 'code_unite', 'code_structure']);
/** Above a tenth of rejected rows the file waits for a confirmation. */
const ROWS = 420;

let service: TestApplication;
let unit: TestAgent;
let operator: TestAgent;

beforeAll(async () => {
  service = await startTestApplication({
    clock: new SetClock('2026-11-22T08:00:00.000Z'),
    isDemonstration: true,
  });
  unit = await service.as('RSMA-RE');
  operator = service.person('exchange-operator', 'RSMA-RE');
});
afterAll(() => service?.close());

const lettersOf = (number: number) =>
  String(number).replaceAll(/\d/g, (digit) => 'ABCDEFGHIJ'[Number(digit)] ?? '');

const rightRow = (number: number): Row => ({
  identifiant_ligne: String(number),
  type_ligne: 'SITUATION',
  numero_dossier_unite: `RE-2026-${number}`,
  code_unite: 'RSMA-RE',
  origine_candidature: 'DIRECT',
  nom_naissance: `HOARAU${lettersOf(number)}`,
  prenom_1: 'Emma',
  date_naissance: '2004-03-11',
  etat_candidature: 'RECUE',
  date_etat: '2026-10-05',
});

/** A row with one payload in every cell that may hold one. */
function hostileRow(number: number): Row {
  const payload = PAYLOADS[number - 1] ?? '';
  const right = rightRow(number);
  const cells = HEADERS.map((header) => [header, KEPT.has(header) ? right[header] : payload]);
  return Object.fromEntries(cells);
}

const ALL: readonly Row[] = Array.from({ length: ROWS }, (_, at) =>
  at < PAYLOADS.length ? hostileRow(at + 1) : rightRow(at + 1),
);

function bytesOf(rows: readonly Row[], headers: readonly string[] = HEADERS): Buffer {
  const lines = rows.map((row) => headers.map((header) => row[header] ?? ''));
  return Buffer.from([headers, ...lines].map((cells) => csvLine([...cells])).join(''));
}

const read = async (address: string, agent = operator) => {
  const { text, status } = await agent.get(address).set('accept', 'text/html');
  expect([address, status]).toEqual([address, 200]);
  return text;
};

/** Pages that follow each other. */
async function readAll(address: string): Promise<string[]> {
  const pages = [await read(address)];
  for (;;) {
    const next = /href="([^"]*rejets\?apres=\d+)"/.exec(pages.at(-1) ?? '')?.[1];
    if (next === undefined) return pages;
    pages.push(await read(next));
  }
}

function expectValuesOnly(pages: readonly string[], marks: number): void {
  expect(pages.flatMap((page) => bornFromAValue(page))).toEqual([]);
  expect(new Set(pages.flatMap((page) => shownMarks(page))).size).toBe(marks);
}

describe('What a file holds', () => {
  it('becomes no markup of its report and of its rejects', async () => {
    const { period, sequence } = await expectedSlot(unit, 'SUI', false);
    const name = `SUI_T_RSMA-RE_${period}_${sequence}_I_v1.csv`;
    const announced = { rows: ALL, emitter: 'RSMA-RE', generatedAt: '2026-11-22T07:30:00Z' };
    const { body } = await deposit(unit, depositOf(name, bytesOf(ALL), announced));
    const report = await reportOf(unit, body.id);

    expect(report.compteurs).toMatchObject({ lues: ROWS, rejetees: PAYLOADS.length });
    expectValuesOnly(await readAll(`/echanges/${body.id}/rejets`), PAYLOADS.length);
    const pages = [await read(`/echanges/${body.id}`)];
    pages.push(await read(`/api/v1/exchanges/${body.id}/report`, unit));
    pages.push(await read('/echanges'));
    expect(pages.flatMap((page) => bornFromAValue(page))).toEqual([]);
    expect(pages.flatMap((page) => shownMarks(page))).not.toEqual([]);
  });

  it.each(PAYLOADS.map((payload, at) => [at + 1, payload] as const))(
    'becomes no markup of the page that looks at it first: %i',
    async (number, payload) => {
      const bytes = bytesOf([hostileRow(number)], [...HEADERS, payload]);
      const { headers } = await operator
        .post('/echanges/depot')
        .set('sec-fetch-site', 'same-origin')
        .set('accept', 'text/html')
        .attach('fichier', bytes, { filename: `${payload.replaceAll(/[\r\n"]/g, '')}.csv` })
        .expect(303);
      const page = await read(String(headers['location']));

      expect(bornFromAValue(page)).toEqual([]);
      expect(page).toMatch(/xss\d\d/);
    },
  );
});
