import { randomUUID } from 'node:crypto';
import { RunCalendarJob } from '../../src/exchanges/jobs/run-calendar.job.js';
import { MakeDelivery } from '../../src/exchanges/use-cases/make-delivery.js';
import { addMillis, localDateIn, monthOf, parseInstant } from '../../src/kernel/index.js';
import { OrganisationDirectory } from '../../src/organisations/index.js';
import { encodeCursor } from '../../src/platform/http/index.js';
import type { Job } from '../../src/platform/queue/index.js';
import { exchangeApp, type ExchangeApp } from './support/exchange-app.js';
import { Partners } from './support/partners.js';

// What recipients do with files, in the sight of those whose records they tell; and files asked for again.

const ML = '97411S00';
const UNIT = 'RSMA-RE';
const DAY = 86_400_000;

let service: ExchangeApp;
let partners: Partners;

beforeAll(async () => {
  service = await exchangeApp();
  partners = new Partners(service);
  // Put in service before the first file.
  await calendar();
});

afterAll(() => service.close());
afterEach(() => service.clock.set(undefined));

const find = <T>(token: abstract new (...args: never[]) => T): T =>
  service.app.get<T>(token as never, { strict: false });

async function calendar(daysAhead = 0): Promise<void> {
  if (daysAhead > 0) service.clock.set(addMillis(now(), daysAhead * DAY));
  await find(RunCalendarJob).handle({} as Job, new AbortController().signal);
}

function now() {
  const instant = parseInstant(new Date().toISOString());
  if (!instant) throw new Error('the present is an instant');
  return instant;
}

async function idOf(code: string): Promise<string> {
  const found = await find(OrganisationDirectory).byCode(code);
  if (!found) throw new Error(code);
  return found.id;
}

async function deliver() {
  const period = monthOf(localDateIn(now(), 'UTC'));
  const order = { recipientId: await idOf(UNIT), flow: 'ORI', mode: 'P', period } as const;
  const file = await find(MakeDelivery).execute({ ...order, noticeFileId: null }, 'c');
  if (!file) throw new Error('there is something to tell');
  return file;
}

const asUnit = (method: 'get' | 'post', path: string, body?: object) =>
  partners.call(method, `/api/v1/mailbox/${path}`, ['exchange-operator', UNIT], body);
const sentBy = (code: string) =>
  partners.call('get', '/api/v1/exchanges/deliveries', ['exchange-operator', code]);

/** A deposited file of the mission locale, whose row 7 wrote this referral. */
async function depositOf(referralId: string): Promise<string> {
  const id = randomUUID();
  const { owner } = service.database;
  await owner.query(
    `insert into app.exchange_file (id, org_id, number, state, step, flow, mode, period, nature, sequence,
       sha256, bytes, channel, depositor_id, depositor_scopes, faults, received_at, applied_at,
       correlation_id, rows_read, rows_applied)
     values ($1::uuid, $2, 'AEE-' || $1, 'applied', 'APPLIQUE', 'ORI', 'P', '2026-01', 'I', $3, 'x', 1,
       'api', 'x', '{}', '[]', now() - interval '1 day', now() - interval '1 day', 'c', 1, 1)`,
    [id, await idOf(ML), Math.floor(Math.random() * 100_000)],
  );
  await owner.query(
    `insert into app.exchange_row (org_id, file_id, line, state, resource_id, recipient_id, byte_start,
       byte_end) values ($1, $2, 7, 'A', $3, $4, 0, 1)`,
    [await idOf(ML), id, referralId, await idOf(UNIT)],
  );
  return id;
}

describe('What a recipient does with a file', () => {
  it('is seen by the emitter of its lines, file by file and row by row, and by no other', async () => {
    const { id: referralId } = await partners.refer(UNIT);
    const deposit = await depositOf(referralId);
    const rowsOf = (code: string) =>
      partners.call('get', `/api/v1/exchanges/${deposit}/deliveries`, ['exchange-operator', code]);
    expect((await rowsOf(ML)).body).toMatchObject({ items: [], total: 0 });

    const { id } = await deliver();
    expect((await sentBy(ML)).body).toMatchObject({
      items: [{ id, recipient: UNIT, flow: 'ORI', rows: 1, state: 'available', status: null }],
      total: 1,
    });
    expect((await rowsOf(ML)).body['items']).toMatchObject([{ line: 7, state: 'DISTRIBUEE' }]);

    await asUnit('get', `${id}/content`);
    expect((await sentBy(ML)).body['items'][0]).toMatchObject({ state: 'downloaded' });
    const said = { status: 'PARTIEL', rows: [{ line: 2, code: 'DOSSIER_INCONNU' }] };
    expect((await asUnit('post', `${id}/acknowledgement`, said)).status).toBe(200);

    expect((await sentBy(ML)).body['items'][0]).toMatchObject({
      state: 'acknowledged',
      status: 'PARTIEL',
      refusedRows: 1,
    });
    expect((await rowsOf(ML)).body['items']).toMatchObject([
      { line: 7, state: 'REFUSEE_DESTINATAIRE', code: 'DOSSIER_INCONNU' },
    ]);
    expect((await sentBy('97410S00')).body).toMatchObject({ items: [], total: 0 });
    expect((await sentBy(UNIT)).body).toMatchObject({ items: [], total: 0 });
    expect((await rowsOf('97410S00')).status).toBe(404);
    const far = encodeCursor([1e300], 'row-deliveries', { fileId: deposit });
    const path = `/api/v1/exchanges/${deposit}/deliveries?cursor=${far}`;
    expect((await partners.call('get', path, ['exchange-operator', ML])).status).toBe(200);
  });

  it('is read page by page, with the cursors of this file and of this list only', async () => {
    const deposits = [];
    for (let count = 0; count < 2; count += 1) {
      const first = await partners.refer(UNIT);
      const second = await partners.refer(UNIT);
      const deposit = await depositOf(first.id);
      await service.database.owner.query(
        `insert into app.exchange_row (org_id, file_id, line, state, resource_id, recipient_id, byte_start,
           byte_end) select org_id, file_id, 8, state, $2, recipient_id, byte_start, byte_end
         from app.exchange_row where file_id = $1`,
        [deposit, second.id],
      );
      deposits.push(deposit);
    }
    await deliver();
    const page = (path: string) =>
      partners.call('get', `/api/v1/exchanges/${path}`, ['exchange-operator', ML]);
    const [one, other] = deposits;
    const { body } = await page(`${one}/deliveries?limit=1`);
    expect(body).toMatchObject({ items: [{ line: 7 }], next: expect.any(String), total: 2 });
    const cursor = `limit=1&cursor=${String(body['next'])}`;
    expect((await page(`${one}/deliveries?${cursor}`)).body['items']).toMatchObject([{ line: 8 }]);
    for (const list of [`${other}/deliveries`, 'deliveries']) {
      const refused = await page(`${list}?${cursor}`);
      expect([refused.status, refused.body['code']]).toEqual([422, 'cursor-invalid']);
    }
  });
});

describe('A file asked for again', () => {
  it('is the same bytes under the same number for 60 days, then another number', async () => {
    await partners.refer(UNIT);
    const { id, sha256, sequence } = await deliver();
    await asUnit('get', `${id}/content`);
    const again = await asUnit('post', `${id}/commands/reissue`);
    expect(again).toMatchObject({
      status: 200,
      body: { id, sha256, sequence, state: 'available' },
    });

    await calendar(61);
    const { owner } = service.database;
    const parts = 'select count(*)::int as n from app.mailbox_content where file_id = $1';
    expect((await owner.query(parts, [id])).rows).toEqual([{ n: 0 }]);
    expect(await asUnit('get', id)).toMatchObject({ body: { state: 'expired', sha256 } });
    expect((await asUnit('get', `${id}/content`)).status).toBe(409);

    const anew = await asUnit('post', `${id}/commands/reissue`);
    expect(anew).toMatchObject({ status: 200, body: { rows: 1, nature: 'C' } });
    expect(anew.body['sequence']).toBe(sequence + 1);
    expect((await asUnit('get', `${String(anew.body['id'])}/content`)).status).toBe(200);
    const nothing = await asUnit('post', `${id}/commands/reissue`);
    expect(nothing).toMatchObject({ status: 409, body: { code: 'nothing-to-reissue' } });
  });

  it('told both sides when nobody came for it: a reminder, a report, an end', async () => {
    await partners.refer(UNIT);
    const { id } = await deliver();
    for (const days of [1, 3, 4, 5, 6, 61]) await calendar(days);
    const { rows } = await service.database.owner.query(
      `select o.code, n.kind from app.exchange_notice n join app.organisation o on o.id = n.org_id
       where n.file_id = $1 order by n.due_at, n.kind, o.code`,
      [id],
    );
    expect(rows.map(({ code, kind }) => `${kind} ${code}`)).toEqual([
      `EXPIRATION_PROCHE ${UNIT}`,
      `NON_RETRAIT ${ML}`,
      'NON_RETRAIT COMSMA',
      `NON_RETRAIT ${UNIT}`,
      `FICHIER_EXPIRE ${ML}`,
      `FICHIER_EXPIRE ${UNIT}`,
    ]);
    const { rows: unread } = await service.database.owner.query(
      'select count(*)::int as n from app.mailbox_content where file_id = $1',
      [id],
    );
    expect(unread).toEqual([{ n: 0 }]);
  });
});
