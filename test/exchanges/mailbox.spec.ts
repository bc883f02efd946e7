import { createHash } from 'node:crypto';
import request from 'supertest';
import { MakeDelivery } from '../../src/exchanges/use-cases/make-delivery.js';
import { parseMonth, type Role } from '../../src/kernel/index.js';
import { OrganisationDirectory } from '../../src/organisations/index.js';
import { signedInAs } from '../support/test-authenticator.js';
import { exchangeApp, type ExchangeApp } from './support/exchange-app.js';
import { Partners } from './support/partners.js';

const MAILBOX = '/api/v1/mailbox';
let service: ExchangeApp;

beforeAll(async () => {
  service = await exchangeApp();
});

afterAll(() => service.close());

const server = () => request(service.app.getHttpServer());
const operator = (code: string) => signedInAs('exchange-operator', code);

/** A new file of one referral in the mailbox of a unit; its id. */
async function fileFor(unit: string): Promise<string> {
  await new Partners(service).refer(unit);
  const found = await service.app.get(OrganisationDirectory, { strict: false }).byCode(unit);
  const period = parseMonth('2026-10') ?? null;
  const place = { flow: 'ORI', mode: 'P', period, noticeFileId: null } as const;
  const order = { recipientId: found?.id ?? '', ...place };
  const file = await service.app.get(MakeDelivery, { strict: false }).execute(order, 'c');
  return file?.id ?? '';
}

async function acknowledge(id: string, body: object, code = 'RSMA-RE') {
  return server().post(`${MAILBOX}/${id}/acknowledgement`).set(operator(code)).send(body);
}

async function journal(id: string): Promise<string[]> {
  const { rows } = await service.database.owner.query(
    'select command from app.audit_event where resource_id = $1 order by recorded_at, command',
    [id],
  );
  return rows.map(({ command }) => command);
}

describe('A mailbox', () => {
  it('lists the files of the organisation, page by page, by flow and state', async () => {
    const ids = [await fileFor('RSMA-GF'), await fileFor('RSMA-GF'), await fileFor('RSMA-GF')];
    const list = (query: object) => server().get(MAILBOX).query(query).set(operator('RSMA-GF'));

    const first = (await list({ limit: 2 })).body;
    const second = (await list({ limit: 2, cursor: first.next })).body;
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(ids.toReversed());
    expect(second).toMatchObject({ next: null, total: 3 });
    expect(first.items[0]).toEqual({
      id: ids[2],
      fileName: 'ORI_P_PASSERELLE_2026-10_000003_C_v1.csv',
      flow: 'ORI',
      mode: 'P',
      period: '2026-10',
      nature: 'C',
      rows: 1,
      availableAt: expect.any(String),
      expiresAt: expect.any(String),
      state: 'available',
    });
    await server().get(`${MAILBOX}/${ids[0]}/content`).set(operator('RSMA-GF'));
    expect((await list({ state: 'downloaded' })).body.items).toMatchObject([{ id: ids[0] }]);
    expect((await list({ state: 'available', flow: 'ori' })).body.total).toBe(2);
    expect((await list({ flow: 'SUI' })).body).toEqual({ items: [], next: null, total: 0 });
  });

  it('gives the exact bytes under their name, notes the download, keeps the manifest', async () => {
    const id = await fileFor('RSMA-RE');
    const url = `${MAILBOX}/${id}`;
    const content = await server().get(`${url}/content`).set(operator('RSMA-RE')).buffer(true);
    const manifest = (await server().get(`${url}/manifest`).set(operator('RSMA-RE'))).body;

    expect(content.status).toBe(200);
    expect(content.headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${manifest.fichier.nom}"; filename*=UTF-8''${manifest.fichier.nom}`,
      'content-length': String(manifest.fichier.octets),
    });
    expect(content.text.startsWith('identifiant_ligne;type_ligne;')).toBe(true);
    const sha256 = createHash('sha256').update(content.text, 'utf8').digest('hex');
    expect(sha256).toBe(manifest.fichier.sha256);
    expect((await server().get(url).set(operator('RSMA-RE'))).body).toMatchObject({
      state: 'downloaded',
      sha256,
    });
    expect(await journal(id)).toEqual(['delivery.make', 'mailbox.download']);
  });

  it('takes one acknowledgement, the same again, and no other', async () => {
    const id = await fileFor('RSMA-RE');
    const partial = { status: 'PARTIEL', rows: [{ line: 2, code: 'REFERENCE_INCONNUE' }] };

    const first = await acknowledge(id, partial);
    expect(first).toMatchObject({
      status: 200,
      body: { state: 'acknowledged', acknowledgement: partial },
    });
    expect((await acknowledge(id, partial)).status).toBe(200);
    const other = await acknowledge(id, { status: 'INTEGRE', rows: [] });
    expect(other).toMatchObject({ status: 409, body: { code: 'acknowledgement-conflict' } });
    expect(await journal(id)).toEqual(['delivery.make', 'mailbox.acknowledge']);
  });

  it('keeps one of two different acknowledgements given at the same instant', async () => {
    const id = await fileFor('RSMA-RE');
    const answers = await Promise.all([
      acknowledge(id, { status: 'INTEGRE', rows: [] }),
      acknowledge(id, { status: 'REFUSE', rows: [] }),
    ]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
  });

  it.each([
    [
      'a line the file does not have',
      { status: 'PARTIEL', rows: [{ line: 3, code: 'X' }] },
      '/rows/0/line',
    ],
    ['no row where some were left out', { status: 'PARTIEL', rows: [] }, '/rows'],
    ['an unknown status', { status: 'OK', rows: [] }, '/status'],
    ['a code that is none', { status: 'REFUSE', rows: [{ line: 2, code: 'a b' }] }, '/rows/0/code'],
  ])('refuses an acknowledgement with %s', async (_title, body, pointer) => {
    const answer = await acknowledge(await fileFor('RSMA-RE'), body);
    expect(answer.status).toBe(422);
    expect(answer.body.errors.map((error: { pointer: string }) => error.pointer)).toContain(
      pointer,
    );
  });

  it('takes an acknowledgement without rows as one with none', async () => {
    const id = await fileFor('RSMA-RE');
    expect((await acknowledge(id, { status: 'INTEGRE' })).status).toBe(200);
    expect((await acknowledge(id, { status: 'INTEGRE', rows: [] })).status).toBe(200);
  });

  it('shows nothing of another organisation’s files', async () => {
    const id = await fileFor('RSMA-RE');
    const get = async (path: string) => (await server().get(path).set(operator('RSMA-YT'))).status;

    for (const part of ['', '/content', '/manifest']) {
      expect(await get(`${MAILBOX}/${id}${part}`)).toBe(404);
    }
    expect((await acknowledge(id, { status: 'INTEGRE', rows: [] }, 'RSMA-YT')).status).toBe(404);
    expect((await server().get(MAILBOX).set(operator('RSMA-YT'))).body.total).toBe(0);
  });

  it('opens files to those who exchange them; managers follow without opening', async () => {
    const id = await fileFor('RSMA-RE');
    const status = async (role: Role, path: string) =>
      (await server().get(path).set(signedInAs(role, 'RSMA-RE'))).status;

    expect(await status('unit-manager', `${MAILBOX}/${id}`)).toBe(200);
    expect(await status('unit-manager', `${MAILBOX}/${id}/content`)).toBe(403);
    expect(await status('recruiter', MAILBOX)).toBe(403);
    expect((await server().get(MAILBOX)).status).toBe(401);
  });

  it('no longer gives a file whose 60 days are over', async () => {
    const id = await fileFor('RSMA-RE');
    const list = () => server().get(MAILBOX).query({ state: 'expired' }).set(operator('RSMA-RE'));
    expect((await list()).body.total).toBe(0);

    service.clock.set(new Date(Date.now() + 61 * 86_400_000).toISOString());
    const content = await server().get(`${MAILBOX}/${id}/content`).set(operator('RSMA-RE'));
    expect(content).toMatchObject({ status: 409, body: { code: 'mailbox-file-expired' } });
    const expired = (await list()).body.items.map((file: { id: string }) => file.id);
    service.clock.set(undefined);
    expect(expired).toContain(id);
  });
});
