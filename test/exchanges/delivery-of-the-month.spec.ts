import {
  MakeDeliveryJob,
  type DeliveryJobData,
} from '../../src/exchanges/jobs/make-delivery.job.js';
import { MakeMonthlyDeliveriesJob } from '../../src/exchanges/jobs/make-monthly-deliveries.job.js';
import type { MailboxFile } from '../../src/exchanges/domain/mailbox-file.js';
import { OrganisationDirectory } from '../../src/organisations/index.js';
import type { Job } from '../../src/platform/queue/index.js';
import { exchangeApp, type ExchangeApp } from './support/exchange-app.js';
import { day, Partners } from './support/partners.js';

const ML = '97411S00';
let service: ExchangeApp;
let partners: Partners;

beforeAll(async () => {
  service = await exchangeApp({ demonstration: false });
  partners = new Partners(service);
});

afterAll(() => service.close());
beforeEach(() => void service.jobs.jobs.splice(0));
afterEach(() => service.clock.set(undefined));

const find = <T>(token: abstract new (...args: never[]) => T): T =>
  service.app.get<T>(token as never, { strict: false });

async function idOf(code: string): Promise<string> {
  const found = await find(OrganisationDirectory).byCode(code);
  if (!found) throw new Error(`no organisation ${code}`);
  return found.id;
}

/** The tenth has come, and the orders it gives are carried out. */
async function tenth(): Promise<void> {
  await find(MakeMonthlyDeliveriesJob).handle();
  for (const { data } of service.jobs.jobs) {
    await find(MakeDeliveryJob).handle({ data } as Job<DeliveryJobData>);
  }
}

async function mailboxOf(code: string): Promise<MailboxFile[]> {
  const path = '/api/v1/mailbox';
  const { status, body } = await partners.call('get', path, ['exchange-operator', code]);
  expect(status).toBe(200);
  return body['items'];
}

describe('The tenth of the month', () => {
  it('orders last month for every flow and every organisation it goes to', async () => {
    service.clock.set('2027-01-10T06:00:00Z');
    await find(MakeMonthlyDeliveriesJob).handle();

    const [unitId, mlId] = [await idOf('RSMA-RE'), await idOf(ML)];
    const ofBoth = service.jobs.jobs.filter(({ data }) =>
      [unitId, mlId].includes(String(data['recipientId'])),
    );
    const order = { mode: 'P', period: '2026-12', noticeFileId: null };
    expect(ofBoth.map(({ jobId }) => jobId).toSorted()).toEqual(
      [`monthly-2026-12-ORI-${unitId}`, `monthly-2026-12-SUI-${mlId}`].toSorted(),
    );
    for (const { name, data } of ofBoth) {
      expect(name).toBe('delivery.make');
      expect(data).toMatchObject(order);
    }
    const kinds = await find(OrganisationDirectory).all('national');
    expect(service.jobs.jobs.map(({ data }) => data['recipientId'])).not.toContain(kinds[0]?.id);
  });

  it('orders nothing for an organisation that is no more', async () => {
    service.clock.set('2027-01-10T06:00:00Z');
    const all = await find(OrganisationDirectory).all();
    const [gone, ...others] = all.filter(({ kind }) => kind === 'unit');
    if (!gone) throw new Error('there are units');
    const closed = { ...gone, validTo: gone.validFrom };
    const register = jest
      .spyOn(find(OrganisationDirectory), 'all')
      .mockResolvedValueOnce([closed, ...others]);
    await find(MakeMonthlyDeliveriesJob).handle();
    register.mockRestore();

    const told = service.jobs.jobs.map(({ data }) => data['recipientId']);
    expect(told).toHaveLength(others.length);
    expect(told).not.toContain(gone.id);
  });

  it('brings a decision made by API to the mission locale, once', async () => {
    const { reference } = await partners.refer('RSMA-RE');
    const decision = { decidedOn: day(-1), code: 'DESISTEMENT' };
    await partners.answer('RSMA-RE', reference, 'decide', decision);
    expect(await mailboxOf(ML)).toEqual([]);

    await tenth();
    await tenth();

    expect(await mailboxOf(ML)).toMatchObject([{ flow: 'SUI', nature: 'I', rows: 1 }]);
  });
});
