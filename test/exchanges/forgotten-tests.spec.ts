import { PurgeTechnicalJob } from '../../src/app/jobs/purge-technical.job.js';
import { Emitters, ML, Somebody, UNIT } from './support/emitters.js';

let partners: Emitters;
beforeAll(async () => {
  partners = await Emitters.start();
});
afterAll(() => partners?.service.close());

/** How much of a file each table holds. */
async function left(id: string): Promise<Record<string, number>> {
  const counts = ['exchange_content', 'exchange_row', 'exchange_anomaly'].map(
    (table) => `(select count(*)::int from app.${table} where file_id = $1) as ${table}`,
  );
  const [found] = await partners.look<Record<string, number>>(`select ${counts.join(', ')}`, id);
  return found!;
}

const purge = () => partners.service.app.get(PurgeTechnicalJob, { strict: false }).handle();
const NOTHING = { exchange_content: 0, exchange_row: 0, exchange_anomaly: 0 };
const ALL = { exchange_content: 1, exchange_row: 2, exchange_anomaly: 1 };

it('A test file is forgotten after seven days but for its receipt, and nothing of production is', async () => {
  const one = new Somebody();
  const rows = [one.referred(), one.referred({ code_postal: '97' })].map((row, at) => ({
    ...row,
    reference_orientation: at === 0 ? one.reference : new Somebody().reference,
  }));
  const real = await partners.send('ORI', ML, { nature: 'I', rows });
  const test = await partners.send('ORI', ML, { mode: 'T', nature: 'I', rows });
  expect([await left(real.id), await left(test.id)]).toEqual([ALL, ALL]);

  partners.moveTo('2026-12-10T07:59:59.000Z');
  await purge();
  expect(await left(test.id)).toEqual(ALL);

  partners.moveTo('2026-12-10T08:00:01.000Z');
  await purge();
  expect([await left(real.id), await left(test.id)]).toEqual([ALL, NOTHING]);

  const reader = partners.service.person('exchange-operator', ML);
  const { body } = await reader.get(`/api/v1/exchanges/${test.id}`).expect(200);
  expect(body).toMatchObject({ mode: 'T', rows: 2, counters: { read: 2, rejected: 1 } });
  for (const part of ['report', 'rejects']) {
    const refused = await reader.get(`/api/v1/exchanges/${test.id}/${part}`).expect(404);
    expect(refused.body.type).toMatch(/test-forgotten$/);
    await reader.get(`/api/v1/exchanges/${real.id}/${part}`).expect(200);
  }
});

it('The next test of the slot is judged as ever', async () => {
  const one = new Somebody();
  partners.moveTo('2026-12-03T08:00:00.000Z');
  await partners.send('SUI', UNIT, { mode: 'T', nature: 'I', rows: [one.direct()] });
  await partners.look(`update app.exchange_file set received_at = now() - interval '1 year'
    where mode = 'T' and flow = 'SUI'`);
  await purge();
  const report = await partners.send('SUI', UNIT, { mode: 'T', nature: 'R', rows: [one.direct()] });
  expect(report).toMatchObject({ essai: true, code: 0, compteurs: { lues: 1, appliquees: 1 } });
});

it('A test set aside is kept whole; one that waits for a confirmation is not taken up without its bytes', async () => {
  const one = new Somebody();
  partners.moveTo('2026-12-03T08:00:00.000Z');
  const rows = [one.referred(), new Somebody().referred({ code_postal: '97' })];
  const aside = await partners.send('ORI', ML, { mode: 'T', nature: 'R', rows });
  const held = await partners.send('ORI', ML, { mode: 'T', nature: 'R', rows: [one.referred()] });
  const become = 'update app.exchange_file set state = $2 where id = $1';
  await partners.look(become, aside.id, 'internal-error');
  await partners.look(become, held.id, 'held');
  partners.moveTo('2026-12-10T08:00:01.000Z');
  await purge();
  expect([await left(aside.id), await left(held.id)]).toEqual([ALL, NOTHING]);

  const operator = partners.service.person('exchange-operator', ML);
  await operator.get(`/api/v1/exchanges/${aside.id}/report`).expect(200);
  const path = `/api/v1/exchanges/${held.id}/commands/confirm`;
  const refused = await operator.post(path).send({ code: 'DERIVE_VOLUME' }).expect(404);
  expect(refused.body.type).toMatch(/test-forgotten$/);
});
