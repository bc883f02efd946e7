import { randomUUID } from 'node:crypto';
import { MakeDelivery } from '../../src/exchanges/use-cases/make-delivery.js';
import { parseMonth } from '../../src/kernel/index.js';
import { OrganisationDirectory } from '../../src/organisations/index.js';
import { referralBody } from '../permissions/support/referral-body.js';
import { Emitters, ML, PERIOD, Somebody, UNIT } from './support/emitters.js';

// A dump of the database, or of its backups, names nobody and tells no medical code (SEC-41).

const NAME = 'PAYET';
const SEALED = { exchange_content: 'bytes', mailbox_content: 'bytes', idempotency_key: 'body' };

let partners: Emitters;

beforeAll(async () => {
  partners = await Emitters.start();
});
afterAll(() => partners?.service.close());

/** What lies in the sealed column of a table, all rows end to end. */
async function dumpOf(table: keyof typeof SEALED): Promise<Buffer> {
  const sql = `select ${SEALED[table]} as sealed from app.${table}`;
  const rows = await partners.look<{ sealed: Buffer }>(sql);
  return Buffer.concat(rows.map(({ sealed }) => sealed));
}

/** A referral sent by API under a key. */
async function refer(key: string, body: object) {
  const agent = await partners.service.as(ML);
  return agent.post('/api/v1/referrals').set('idempotency-key', key).send(body);
}

/** The file of referrals in the mailbox of the unit, as the unit downloads it. */
async function delivered(): Promise<string> {
  const { app } = partners.service;
  const unit = await app.get(OrganisationDirectory).byCode(UNIT);
  const order = { flow: 'ORI', mode: 'P', noticeFileId: null } as const;
  await app
    .get(MakeDelivery, { strict: false })
    .execute({ ...order, recipientId: unit?.id ?? '', period: parseMonth(PERIOD) ?? null }, 'c');
  const agent = await partners.service.as(UNIT);
  const { body } = await agent.get('/api/v1/mailbox').query({ flow: 'ORI' }).expect(200);
  const { text } = await agent.get(`/api/v1/mailbox/${body.items[0].id}/content`).expect(200);
  return text;
}

it('What was deposited, delivered and answered lies sealed, and is read back by its owner', async () => {
  const somebody = new Somebody();
  await partners.send('ORI', ML, { rows: [somebody.referred()] });
  expect(await delivered()).toContain(somebody.name);
  const unfit = { code_suite: 'INAPTE_DEFINITIF' };
  const report = await partners.send('SUI', UNIT, { rows: [somebody.decided(unfit)] });
  expect(report.said).toEqual([]);
  const [key, body] = [randomUUID(), referralBody()];
  const first = await refer(key, body);
  expect(first.text).toContain(NAME);
  expect((await refer(key, body)).text).toBe(first.text);

  for (const table of ['exchange_content', 'mailbox_content', 'idempotency_key'] as const) {
    const dump = await dumpOf(table);
    const read = [somebody.name, NAME, 'INAPTE_'].filter((word) => dump.includes(word));
    expect([table, dump.length > 100, read]).toEqual([table, true, []]);
  }
});

it('An answer moved to another key is given to nobody', async () => {
  const [one, other, body] = [randomUUID(), randomUUID(), referralBody()];
  await refer(one, body);
  await refer(other, referralBody());
  await partners.look(
    `update app.idempotency_key k set body = o.body from app.idempotency_key o
     where k.key = $1 and o.key = $2`,
    one,
    other,
  );
  const { status, text } = await refer(one, body);
  expect([status, text.includes(NAME)]).toEqual([500, false]);
});
