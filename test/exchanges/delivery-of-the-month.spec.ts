import { FLOWS } from '../../src/exchanges/flows/index.js';
import {
  MakeDeliveryJob,
  type DeliveryJobData,
} from '../../src/exchanges/jobs/make-delivery.job.js';
import { RunCalendarJob } from '../../src/exchanges/jobs/run-calendar.job.js';
import type { MailboxFile } from '../../src/exchanges/domain/mailbox-file.js';
import { OrganisationDirectory } from '../../src/organisations/index.js';
import type { Job } from '../../src/platform/queue/index.js';
import { exchangeApp, type ExchangeApp } from './support/exchange-app.js';
import { Partners, yesterdayInReunion } from './support/partners.js';

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

/** A round of the calendar at an instant; the present when none is given. */
async function round(at?: string): Promise<void> {
  service.clock.set(at);
  await find(RunCalendarJob).handle({} as Job, new AbortController().signal);
}

/** The jobs ordered are carried out, at the present of the database: records are dated by it. */
async function carryOut(): Promise<void> {
  const { jobs } = service.jobs;
  service.clock.set(undefined);
  for (const { data } of jobs.splice(0)) {
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
  it('orders last month for every flow and every organisation it goes to, from 06:00 UTC on', async () => {
    // Put in service.
    await round('2025-12-20T08:00:00Z');
    await round('2026-01-10T05:59:59Z');
    expect(service.jobs.jobs).toEqual([]);

    await round('2026-01-10T06:00:00Z');
    const [unitId, mlId] = [await idOf('RSMA-RE'), await idOf(ML)];
    const ofBoth = service.jobs.jobs.filter(({ data }) =>
      [unitId, mlId].includes(String(data['recipientId'])),
    );
    const order = { mode: 'P', period: '2025-12', noticeFileId: null };
    expect(ofBoth.map(({ jobId }) => jobId).toSorted()).toEqual(
      FLOWS.map(
        ({ code, to }) => `PHOTO-2025-12-${code}-${to === 'unit' ? unitId : mlId}`,
      ).toSorted(),
    );
    for (const { name, data } of ofBoth) {
      expect(name).toBe('delivery.make');
      expect(data).toMatchObject(order);
    }
    const kinds = await find(OrganisationDirectory).all('national');
    expect(service.jobs.jobs.map(({ data }) => data['recipientId'])).not.toContain(kinds[0]?.id);
  });

  it('orders again what was not carried out, and nothing of what was', async () => {
    await round('2026-01-11T06:00:00Z');
    const ordered = service.jobs.jobs.length;
    expect(ordered).toBeGreaterThan(30);
    const [first] = service.jobs.jobs.splice(0);
    if (!first) throw new Error('something was ordered');
    await find(MakeDeliveryJob).handle({ data: first.data } as Job<DeliveryJobData>);

    await round('2026-01-11T06:01:00Z');
    expect(service.jobs.jobs).toHaveLength(ordered - 1);
    expect(service.jobs.jobs.map(({ jobId }) => jobId)).not.toContain(first.jobId);
    await carryOut();
    await round('2026-01-11T06:02:00Z');
    expect(service.jobs.jobs).toEqual([]);
  });

  it('brings a decision made by API to the mission locale, once, whatever happens on day 11', async () => {
    const { reference } = await partners.refer('RSMA-RE');
    const decision = { decidedOn: yesterdayInReunion(), code: 'DESISTEMENT' };
    await partners.answer('RSMA-RE', reference, 'decide', decision);
    expect(await mailboxOf(ML)).toEqual([]);

    await round('2026-02-10T06:00:00Z');
    const orders = [...service.jobs.jobs];
    await carryOut();
    expect(await mailboxOf(ML)).toMatchObject([{ flow: 'SUI', nature: 'I', rows: 1 }]);

    const { reference: later } = await partners.refer('RSMA-RE');
    await partners.answer('RSMA-RE', later, 'decide', decision);
    service.jobs.jobs.push(...orders);
    await carryOut();
    expect(await mailboxOf(ML)).toHaveLength(1);
    await round('2026-03-10T06:00:00Z');
    await carryOut();
    expect(await mailboxOf(ML)).toMatchObject([
      { flow: 'SUI', period: '2026-02', nature: 'I', rows: 1 },
      { flow: 'SUI', period: '2026-01', nature: 'I', rows: 1 },
    ]);
  });
});
