import request from 'supertest';
import { DatabaseContentStore } from '../../src/exchanges/db/database-content-store.js';
import { DatabaseExchangeLedger } from '../../src/exchanges/db/database-exchange-ledger.js';
import { doorFault } from '../../src/exchanges/catalogue/index.js';
import {
  NO_ROW,
  type ExchangeFile,
  type RowState,
} from '../../src/exchanges/domain/exchange-file.js';
import { csvLine, headersOf, sampleCells } from '../../src/exchanges/flow/index.js';
import { SUITES } from '../../src/exchanges/flows/index.js';
import type { RowAnomaly } from '../../src/exchanges/flow/index.js';
import { signedInAs } from '../support/test-authenticator.js';
import { TEST_CIPHER } from '../support/test-cipher.js';
import { aFile, anAnomaly, machineOf } from './support/exchange-fixture.js';
import { reportsApp, type ReportsApp } from './support/reports-app.js';

const ledger = new DatabaseExchangeLedger();
const content = new DatabaseContentStore(TEST_CIPHER);
const HEADERS = headersOf(SUITES);
const [FIRST = [], SECOND = []] = sampleCells(SUITES);
const CSV = [HEADERS, FIRST, SECOND].map(csvLine).join('');

let service: ReportsApp;

beforeAll(async () => {
  service = await reportsApp();
});

afterAll(() => service.close());

const asUnit = <T>(work: () => Promise<T>): Promise<T> =>
  service.unitOfWork.run(machineOf('unit'), work);

interface Stored {
  readonly over?: Partial<ExchangeFile>;
  readonly states?: readonly RowState[];
  readonly anomalies?: readonly RowAnomaly[];
  readonly bytes?: Buffer;
}

async function stored({ over, states = [], anomalies = [], bytes }: Stored): Promise<ExchangeFile> {
  const file = aFile(over);
  await asUnit(async () => {
    await ledger.insert(file);
    await content.write(file, only(bytes ?? Buffer.from(CSV)));
    const place = { rowId: null, naturalKey: null, resourceId: null, recipientId: null };
    const rows = states.map((state, at) => ({
      line: at + 2,
      state,
      byteStart: 0,
      byteEnd: 0,
      ...place,
    }));
    await ledger.insertRows(file, rows);
    await ledger.insertAnomalies(file, 1, anomalies);
  });
  return file;
}

async function* only(bytes: Buffer): AsyncGenerator<Uint8Array> {
  yield bytes;
}

const APPLIED = {
  state: 'applied',
  step: 'APPLIQUE',
  report: { number: 'CRM-2026-0000042', stage: 'PROVISOIRE', code: 2 },
} as const;

function get(path: string, accept = 'application/json', code = 'RSMA-RE') {
  const headers = { ...signedInAs('exchange-operator', code), accept };
  return request(service.app.getHttpServer()).get(path).set(headers);
}

function post(path: string, payload: object) {
  const headers = signedInAs('exchange-operator', 'RSMA-RE');
  return request(service.app.getHttpServer()).post(path).set(headers).send(payload);
}

describe('The ledger at the API', () => {
  it('lists the files of the caller only, by filter', async () => {
    const place = {
      flow: 'SUI',
      mode: 'P',
      period: '2023-05',
      nature: 'I',
      sequence: 5_000,
    } as const;
    const file = await stored({ over: { place } });
    const list = await get('/api/v1/exchanges?flow=sui&period=2023-05&state=registered');
    expect(list.body).toMatchObject({
      items: [{ id: file.id, aee: file.number, are: null, flow: 'SUI', availableCommands: [] }],
      next: null,
      total: 1,
    });
    expect((await get('/api/v1/exchanges', undefined, '97411S00')).body).toMatchObject({
      total: 0,
    });
    const foreign = await get(`/api/v1/exchanges/${file.id}`, undefined, '97411S00');
    expect([foreign.status, foreign.body.code]).toEqual([404, 'exchange-not-found']);
  });

  it('pages with a cursor', async () => {
    await stored({});
    await stored({});
    const first = (await get('/api/v1/exchanges?limit=1')).body;
    const second = (await get(`/api/v1/exchanges?limit=1&cursor=${first.next}`)).body;
    expect(second.items).toHaveLength(1);
    expect(second.items[0].id).not.toBe(first.items[0].id);
  });

  it('is closed to roles that have no business there', async () => {
    const headers = signedInAs('medical-office', 'RSMA-RE');
    await request(service.app.getHttpServer()).get('/api/v1/exchanges').set(headers).expect(403);
  });
});

describe('The report of a file', () => {
  it('is not there yet while the file is processed', async () => {
    const file = await stored({});
    const answer = await get(`/api/v1/exchanges/${file.id}/report`);
    expect([answer.status, answer.body]).toEqual([202, { id: file.id, step: 'LECTURE' }]);
  });

  it('comes as JSON, CSV or a page, the same bytes each time', async () => {
    const counters = { ...NO_ROW, read: 2, applied: 1, rejected: 1 };
    const file = await stored({
      over: { ...APPLIED, counters },
      states: ['R', 'A'],
      anomalies: [anAnomaly()],
    });
    const path = `/api/v1/exchanges/${file.id}/report`;
    const json = await get(path);
    expect(json.status).toBe(200);
    expect(json.headers['content-type']).toContain('application/json');
    expect(json.body).toMatchObject({
      crm: 'CRM-2026-0000042',
      aee: file.number,
      code: 2,
      stade: 'PROVISOIRE',
      compteurs: { lues: 2, appliquees: 1, rejetees: 1 },
      anomalies_par_code: { 'type-error': 1 },
      anomalies: [{ ligne: 2, colonne: 'date_suite', niveau: 'BLOQUANT_LIGNE' }],
    });
    expect((await get(path)).text).toBe(json.text);

    const csv = await get(path, 'text/csv');
    expect(csv.headers['content-type']).toContain('text/csv');
    expect(csv.text.split('\r\n')[1]).toMatch(/^2;1;date_suite;14;type-error;/);
    const page = await get(path, 'text/html,*/*;q=0.8');
    expect(page.headers['content-type']).toContain('text/html');
    expect(page.headers['content-security-policy']).toContain(`default-src 'none'`);
    expect(page.text).toContain(`<h1>Compte rendu du fichier ${file.fileName}</h1>`);
  });

  it('leaves a line in the journal', async () => {
    const file = await stored({ over: { ...APPLIED, counters: NO_ROW } });
    await get(`/api/v1/exchanges/${file.id}/report`);
    const { rows } = await service.database.owner.query(
      'select command, result from app.audit_event where resource_id = $1',
      [file.id],
    );
    expect(rows).toEqual([{ command: 'exchange.report', result: 'read' }]);
  });

  it('is the notice of rejection for a file refused at the door', async () => {
    const faults = [doorFault('hash-count', {}, { pointer: '/fichier/sha256' })];
    const file = await stored({ over: { state: 'refused', number: 'ARE-2026-0000007', faults } });
    const answer = await get(`/api/v1/exchanges/${file.id}/report`);
    expect([answer.status, answer.body]).toEqual([
      200,
      expect.objectContaining({
        id: file.id,
        are: 'ARE-2026-0000007',
        errors: [expect.objectContaining({ code: 'hash-count', pointer: '/fichier/sha256' })],
      }),
    ]);
  });
});

describe('The rejects of a file', () => {
  it('are its rejected rows as they were sent, whatever the encoding', async () => {
    const bytes = Buffer.from(CSV, 'latin1');
    const file = await stored({
      over: {
        ...APPLIED,
        counters: { ...NO_ROW, read: 2, rejected: 1, applied: 1 },
        encoding: 'windows-1252',
      },
      states: ['R', 'A'],
      anomalies: [anAnomaly(), anAnomaly({ line: 3 })],
      bytes,
    });
    const answer = await get(`/api/v1/exchanges/${file.id}/rejects`);
    const lines = answer.text.split('\r\n');
    expect(answer.headers['content-disposition']).toContain(`REJETS_${file.fileName}`);
    expect(lines[0]).toBe(`\uFEFF${HEADERS.join(';')};anomalies;valeur_suggeree`);
    expect(lines[1]).toBe(
      `${csvLine(FIRST).trimEnd()};date_suite : type-error (DATE_IMPOSSIBLE). Indiquer une date réelle.;`,
    );
    expect(lines).toHaveLength(3);
  });

  it('are all the rows of a file rejected as a whole', async () => {
    const over = {
      ...APPLIED,
      state: 'rejected',
      counters: { ...NO_ROW, read: 2, rejected: 2 },
    } as const;
    const file = await stored({ over });
    const answer = await get(`/api/v1/exchanges/${file.id}/rejects`);
    expect(answer.text.split('\r\n')).toHaveLength(4);
  });

  it.each(['registered', 'refused', 'held'] as const)(
    'do not exist for a %s file',
    async (state) => {
      const file = await stored({ over: { state } });
      const answer = await get(`/api/v1/exchanges/${file.id}/rejects`);
      expect([answer.status, answer.body.code]).toEqual([409, 'rejects-unavailable']);
    },
  );
});

describe('A held file', () => {
  const faults = [
    doorFault('DERIVE_VOLUME', { lignes: 4, habituel: 40 }),
    doorFault('SEQUENCE_TROU', { attendu: 3 }),
  ];
  const over = { state: 'held', step: 'A_CONFIRMER', faults } as const;

  it('shows what it waits for, then goes on once confirmed', async () => {
    const file = await stored({ over });
    const path = `/api/v1/exchanges/${file.id}`;
    expect((await get(`${path}/report`)).body).toMatchObject({ stade: 'A_CONFIRMER', crm: null });
    expect((await get(path)).body).toMatchObject({
      toConfirm: ['DERIVE_VOLUME'],
      availableCommands: ['confirm'],
    });
    const wrong = await post(`${path}/commands/confirm`, { code: 'SEQUENCE_TROU' });
    expect([wrong.status, wrong.body.code]).toEqual([422, 'confirmation-unknown']);

    const answer = await post(`${path}/commands/confirm`, { code: 'DERIVE_VOLUME' });
    expect([answer.status, answer.body.state]).toEqual([200, 'registered']);
    expect(service.outbox.events.at(-1)).toMatchObject({
      name: 'exchange-file.confirmed.v1',
      subjectId: file.id,
    });
    const again = await post(`${path}/commands/confirm`, { code: 'DERIVE_VOLUME' });
    expect([again.status, again.body.code]).toEqual([409, 'exchange-not-held']);
    expect((await get(`${path}/report`)).status).toBe(202);
  });

  it('waits until every code is confirmed', async () => {
    const both = [...faults, doorFault('DATE_FICHIER_FUTURE', {})].map((fault) => ({
      ...fault,
      level: 'A_CONFIRMER' as const,
    }));
    const file = await stored({ over: { ...over, faults: both } });
    const path = `/api/v1/exchanges/${file.id}/commands/confirm`;
    const states = [];
    for (const { code } of both) states.push((await post(path, { code })).body.state);
    expect(states).toEqual(['held', 'held', 'registered']);
  });
});

describe('The flows', () => {
  const open = (path: string) => request(service.app.getHttpServer()).get(path);

  it('are open to everybody, in either case', async () => {
    const list = await open('/api/v1/flows');
    const codes = (list.body.items as { code: string }[]).map(({ code }) => code);
    expect(codes).toEqual(['ORI', 'SUI', 'DIR', 'INC', 'CEU', 'SOR', 'PEC', 'CEM', 'DEV']);
    expect(list.body).toMatchObject({ total: codes.length });
    const upper = await open('/api/v1/flows/SUI/schema.json');
    const lower = await open('/api/v1/flows/sui/schema.json');
    expect(upper.body).toMatchObject({ name: 'sui', fieldsMatch: 'superset' });
    expect(upper.text).toBe(lower.text);
    const sample = await open('/api/v1/flows/sui/sample.csv');
    expect(sample.text.startsWith(`${HEADERS.join(';')}\r\n1;`)).toBe(true);
    const template = await open('/api/v1/flows/sui/template.csv');
    expect(template.text).toBe(`${HEADERS.join(';')}\r\n`);
    expect((await open('/api/v1/flows/XYZ/schema.json')).status).toBe(404);
  });
});
