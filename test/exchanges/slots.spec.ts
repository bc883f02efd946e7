import { randomUUID } from 'node:crypto';
import request from 'supertest';
import { DatabaseExchangeLedger } from '../../src/exchanges/db/database-exchange-ledger.js';
import { FLOWS } from '../../src/exchanges/flows/index.js';
import { OpenSlots } from '../../src/exchanges/use-cases/open-slots.js';
import { SlotBook } from '../../src/exchanges/use-cases/ports.js';
import {
  parseMonth,
  UnitOfWork,
  type Month,
  type Role,
  type SystemActor,
} from '../../src/kernel/index.js';
import {
  OrganisationDirectory,
  scopeOfOrganisation,
  type Organisation,
} from '../../src/organisations/index.js';
import { signedInAs } from '../support/test-authenticator.js';
import { exchangeApp, type ExchangeApp } from './support/exchange-app.js';
import { aFile } from './support/exchange-fixture.js';

let service: ExchangeApp;
let openSlots: OpenSlots;
let book: SlotBook;

beforeAll(async () => {
  service = await exchangeApp();
  openSlots = service.app.get(OpenSlots, { strict: false });
  book = service.app.get(SlotBook, { strict: false });
});

afterAll(() => service.close());

async function organisation(code: string): Promise<Organisation> {
  const found = await service.app.get(OrganisationDirectory, { strict: false }).byCode(code);
  if (!found) throw new Error(`no organisation ${code}`);
  return found;
}

async function within<T>(code: string, work: (own: Organisation) => Promise<T>): Promise<T> {
  const own = await organisation(code);
  const actor: SystemActor = {
    type: 'system',
    id: 'system',
    task: 'test',
    organisation: scopeOfOrganisation(own),
    channel: { kind: 'system', task: 'test' },
    correlationId: randomUUID(),
  };
  return service.app.get(UnitOfWork).run(actor, () => work(own));
}

function month(text: string): Month {
  const read = parseMonth(text);
  if (!read) throw new Error(`not a month: ${text}`);
  return read;
}

async function expected(code: string, role: Role = 'exchange-operator') {
  const { status, body } = await request(service.app.getHttpServer())
    .get('/api/v1/exchanges/expected')
    .set(signedInAs(role, code));
  return { status, body };
}

describe('The files an organisation has to send', () => {
  it('are last month’s, this month’s and notices, of its own flows only', async () => {
    service.clock.set('2026-12-03T08:00:00Z');

    const { status, body: ofUnit } = await expected('RSMA-MQ');
    expect(status).toBe(200);
    expect(ofUnit).toMatchObject({ next: null, total: ofUnit.items.length });
    expect(ofUnit.items.filter(({ flow }: { flow: string }) => flow === 'SUI')).toEqual([
      {
        flow: 'SUI',
        mode: 'P',
        period: '2026-11',
        nature: 'I',
        state: 'expected',
        opensAt: '2026-12-01T10:00:00.000Z',
        dueAt: '2026-12-07T16:00:00.000Z',
        closesAt: '2026-12-09T04:00:00.000Z',
        nextSequence: 1,
      },
      {
        flow: 'SUI',
        mode: 'P',
        period: '2026-12',
        nature: 'I',
        state: 'upcoming',
        opensAt: '2027-01-01T10:00:00.000Z',
        dueAt: '2027-01-05T16:00:00.000Z',
        closesAt: '2027-01-09T04:00:00.000Z',
        nextSequence: 1,
      },
      {
        flow: 'SUI',
        mode: 'P',
        period: null,
        nature: 'S',
        state: 'expected',
        opensAt: null,
        dueAt: null,
        closesAt: null,
        nextSequence: 1,
      },
    ]);
    const { body } = await expected('97411S00');
    const own = FLOWS.filter(({ from }) => from === 'mission-locale');
    expect(body.items.map(({ flow }: { flow: string }) => flow)).toEqual(
      own.flatMap(({ code, hasNotices }) => [code, code, ...(hasNotices ? [code] : [])]),
    );
  });

  it('follow what was received: its state, C to complete it, the next sequence', async () => {
    service.clock.set('2026-12-03T08:00:00Z');
    await within('RSMA-GP', async (unit) => {
      const slot = await openSlots.ensure(unit, 'SUI', 'P', month('2026-11'));
      await book.save({ ...slot, state: 'received' });
      const place = {
        flow: 'SUI',
        mode: 'P',
        period: '2026-11',
        nature: 'I',
        sequence: 41,
      } as const;
      const file = aFile({ organisationId: unit.id, slotId: slot.id, place });
      await new DatabaseExchangeLedger().insert(file);
    });

    const { body } = await expected('RSMA-GP');
    expect(body.items[0]).toMatchObject({ state: 'received', nature: 'C', nextSequence: 42 });
    expect(body.items[1]).toMatchObject({ state: 'upcoming', nature: 'I', nextSequence: 42 });

    service.clock.set('2026-12-20T08:00:00Z');
    expect((await expected('RSMA-GP')).body.items[0]).toMatchObject({ state: 'closed' });
  });

  it('are late, then the next ones take their place', async () => {
    service.clock.set('2026-12-20T08:00:00Z');
    const late = (await expected('RSMA-MQ')).body.items[0];
    expect(late).toMatchObject({ period: '2026-11', state: 'late' });

    service.clock.set('2027-01-01T09:59:59Z');
    expect((await expected('RSMA-MQ')).body.items[0]).toMatchObject({ period: '2026-11' });
    service.clock.set('2027-01-01T10:00:00Z');
    const next = (await expected('RSMA-MQ')).body.items[0];
    expect(next).toMatchObject({ period: '2026-12', state: 'expected' });
  });

  it('are shown to those who exchange files, and to nobody else', async () => {
    expect((await expected('RSMA-RE', 'recruiter')).status).toBe(403);
    const server = request(service.app.getHttpServer());
    expect((await server.get('/api/v1/exchanges/expected')).status).toBe(401);
  });
});

describe('A slot', () => {
  it('is recorded once, whoever comes first, with the dates of that time', async () => {
    service.clock.set('2026-12-03T08:00:00Z');
    const ensure = () =>
      within('RSMA-GF', (unit) => openSlots.ensure(unit, 'SUI', 'P', month('2026-11')));
    const opened = await Promise.all([ensure(), ensure(), ensure()]);

    expect(new Set(opened.map(({ id }) => id)).size).toBe(1);
    expect(opened[0]).toMatchObject({ state: 'expected', opensAt: '2026-12-01T10:00:00.000Z' });
    expect(await ensure()).toEqual(opened[0]);
  });

  it('is seen by its emitter only', async () => {
    const unit = await organisation('RSMA-GF');
    expect(await within('RSMA-GF', () => book.of(unit.id))).toHaveLength(1);
    expect(await within('RSMA-RE', () => book.of(unit.id))).toEqual([]);
    const stranger = within('RSMA-RE', () => openSlots.ensure(unit, 'SUI', 'P', month('2026-10')));
    await expect(stranger).rejects.toThrow(/row-level security/);
  });
});
