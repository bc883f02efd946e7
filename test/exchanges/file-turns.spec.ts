import { systemActor } from '../../src/kernel/index.js';
import { randomUUID } from 'node:crypto';
import { DatabaseExchangeLedger } from '../../src/exchanges/db/database-exchange-ledger.js';
import { DatabaseFileLeases } from '../../src/exchanges/db/database-file-leases.js';
import type { ExchangeFile } from '../../src/exchanges/domain/exchange-file.js';
import { ProcessingTerms } from '../../src/exchanges/domain/processing-terms.js';
import { LeaseLost, type FileLease } from '../../src/exchanges/use-cases/lease-ports.js';
import type { Instant } from '../../src/kernel/index.js';
import {
  aFile,
  exchangeFixture,
  machineOf,
  ML_ID,
  UNIT_ID,
  type ExchangeFixture,
} from './support/exchange-fixture.js';

const ledger = new DatabaseExchangeLedger();
const HOLDER = randomUUID();
const OTHER = randomUUID();
let fixture: ExchangeFixture;
let terms: ProcessingTerms;
let leases: DatabaseFileLeases;

beforeAll(async () => {
  fixture = await exchangeFixture();
});

beforeEach(async () => {
  terms = Object.assign(new ProcessingTerms(), { longRows: 100, longPlaces: 1 });
  leases = new DatabaseFileLeases(terms);
  await fixture.database.owner.query(`delete from app.exchange_transition;
    delete from app.exchange_file`);
});

afterAll(() => fixture.close());

function technical<T>(work: () => Promise<T>): Promise<T> {
  return fixture.unitOfWork.run(systemActor('test', null, 'c-1'), work, { lens: 'technical' });
}

function take(holder = HOLDER): Promise<FileLease | null> {
  return technical(() => leases.takeNext(holder));
}

async function taken(holder = HOLDER): Promise<FileLease> {
  const lease = await take(holder);
  if (!lease) throw new Error('there is a file to take');
  return lease;
}

let minute = 0;

/** A file that came after those before it. */
async function arrives(
  organisation: 'unit' | 'mission-locale',
  { flow = 'SUI', rows = 10, ...over }: { flow?: string; rows?: number } & Partial<ExchangeFile>,
): Promise<string> {
  minute += 1;
  const receivedAt = `2026-11-20T08:${String(minute % 60).padStart(2, '0')}:00.000Z` as Instant;
  const place = { flow, mode: 'P', period: '2026-11', nature: 'C', sequence: minute } as const;
  const organisationId = organisation === 'unit' ? UNIT_ID : ML_ID;
  const file = aFile({ step: 'ENREGISTRE', organisationId, place, rows, receivedAt, ...over });
  await fixture.unitOfWork.run(machineOf(organisation), () => ledger.insert(file));
  return file.id;
}

/** Applies the file as the end of its processing does. */
function conclude(lease: FileLease, organisation: 'unit' | 'mission-locale' = 'unit') {
  return fixture.unitOfWork.run(machineOf(organisation), async () => {
    await leases.enter();
    await ledger.finish(lease.fileId, {
      state: 'applied',
      step: 'APPLIQUE',
      report: { number: `CRM-${lease.fileId}`, stage: 'PROVISOIRE', code: 0 },
      counters: { read: 0, applied: 0, unchanged: 0, inReview: 0, stale: 0, rejected: 0 },
      faults: [],
      appliedAt: '2026-11-20T09:00:00.000Z' as Instant,
    });
    await leases.conclude(lease);
  });
}

/** As if nobody had renewed the lease. */
async function letRunOut({ fileId }: FileLease): Promise<void> {
  await fixture.database.owner.query(
    `update app.exchange_file set leased_until = clock_timestamp() - interval '1 second'
     where id = $1`,
    [fileId],
  );
}

async function fileAs(fileId: string) {
  const { rows } = await fixture.database.owner.query(
    'select state, step, crashes, failures, lease_token as token from app.exchange_file where id = $1',
    [fileId],
  );
  return rows[0];
}

async function journal(fileId: string): Promise<unknown[]> {
  const { rows } = await fixture.database.owner.query(
    `select concat_ws(' ', from_step, to_step, reason, token) as line
     from app.exchange_transition where file_id = $1 order by recorded_at`,
    [fileId],
  );
  return rows.map(({ line }) => line);
}

describe('The turn of a file', () => {
  it('comes in the order of arrival, one at a time for an organisation and a flow', async () => {
    const [first, second] = [await arrives('unit', {}), await arrives('unit', {})];
    const lease = await taken();
    expect(lease).toMatchObject({ fileId: first, organisationId: UNIT_ID, token: 1 });
    expect(await take(OTHER)).toBeNull();
    await conclude(lease);
    expect(await taken(OTHER)).toMatchObject({ fileId: second });
  });

  it('comes first for the organisation that has the least in progress', async () => {
    const flood = [await arrives('unit', { flow: 'SUI' }), await arrives('unit', { flow: 'DIR' })];
    flood.push(await arrives('unit', { flow: 'INC' }));
    const other = await arrives('mission-locale', { flow: 'ORI' });
    const turns = [await taken(), await taken(), await taken(), await taken()];
    expect(turns.map(({ fileId }) => fileId)).toEqual([flood[0], other, flood[1], flood[2]]);
  });

  it('leaves a place of each process to short files', async () => {
    const long = await arrives('unit', { rows: 101 });
    const secondLong = await arrives('unit', { rows: 101, flow: 'DIR' });
    const short = await arrives('mission-locale', { rows: 100, flow: 'ORI' });
    expect(await taken()).toMatchObject({ fileId: long });
    expect(await taken()).toMatchObject({ fileId: short });
    expect(await take()).toBeNull();
    expect(await taken(OTHER)).toMatchObject({ fileId: secondLong });
  });

  it('is written in the journal with its token, step after step', async () => {
    const id = await arrives('unit', {});
    const lease = await taken();
    expect(await fileAs(id)).toMatchObject({ step: 'LECTURE', token: '1' });
    await technical(() => leases.release(lease, 'left'));
    await conclude(await taken());
    expect(await journal(id)).toEqual([
      'ENREGISTRE',
      'ENREGISTRE LECTURE 1',
      'LECTURE ENREGISTRE ARRET 1',
      'ENREGISTRE LECTURE 2',
      'LECTURE APPLIQUE 2',
    ]);
  });

  it('is given to one of many who ask at the same time', async () => {
    const id = await arrives('unit', {});
    const all = await Promise.all(Array.from({ length: 8 }, () => take(randomUUID())));
    expect(all.flatMap((lease) => lease?.fileId ?? [])).toEqual([id]);
  });
});

describe('A lease', () => {
  it('that ran out goes to another, and the first can no longer conclude', async () => {
    const id = await arrives('unit', {});
    const stalled = await taken();
    await letRunOut(stalled);
    expect(await take(OTHER)).toBeNull();
    expect(await technical(() => leases.endOverdue())).toMatchObject([{ fileId: id }]);
    const next = await taken(OTHER);
    expect(next.token).toBe(stalled.token + 1);

    await expect(conclude(stalled)).rejects.toThrow(LeaseLost);
    expect(await technical(() => leases.renew(stalled))).toBe(false);
    expect(await technical(() => leases.release(stalled, 'failed'))).toBe(false);
    expect(await fileAs(id)).toMatchObject({ state: 'registered', step: 'LECTURE', failures: 0 });
    await conclude(next);
    expect(await fileAs(id)).toMatchObject({ state: 'applied', crashes: 0 });
  });

  it('given back cannot be concluded either, even before anybody takes the file', async () => {
    await arrives('unit', {});
    const lease = await taken();
    expect(await technical(() => leases.release(lease, 'left'))).toBe(true);
    await expect(conclude(lease)).rejects.toThrow('no command leads');
  });

  it('renewed in time is not overdue', async () => {
    await arrives('unit', {});
    const lease = await taken();
    await letRunOut(lease);
    expect(await technical(() => leases.renew(lease))).toBe(true);
    expect(await technical(() => leases.endOverdue())).toEqual([]);
    await conclude(lease);
  });
});

describe('A file over which processes die', () => {
  // PostgreSQL itself may be younger than a whole lease here: these leases are said to be shorter.
  const endOverdue = () => {
    const short = Object.assign(new ProcessingTerms(), { lease: 0 });
    return technical(() => new DatabaseFileLeases(short).endOverdue());
  };

  async function crash(): Promise<void> {
    await letRunOut(await taken());
    await endOverdue();
  }

  it('is in trouble the second time, and nobody takes it again', async () => {
    const id = await arrives('unit', {});
    await crash();
    expect(await technical(() => leases.troubled())).toEqual([]);
    await crash();
    expect(await technical(() => leases.troubled())).toMatchObject([{ fileId: id }]);
    expect(await take()).toBeNull();
    const after = await arrives('unit', {});
    expect(await taken()).toMatchObject({ fileId: after });
  });

  it('is not processed beside another such one', async () => {
    const [one, other] = [
      await arrives('unit', {}),
      await arrives('mission-locale', { flow: 'ORI' }),
    ];
    const both = [await taken(), await taken()];
    for (const lease of both) await letRunOut(lease);
    await endOverdue();
    const first = await taken();
    expect(first).toMatchObject({ fileId: one });
    expect(await take()).toBeNull();
    expect(await taken(OTHER)).toMatchObject({ fileId: other });
  });

  it('is not blamed for an outage of PostgreSQL', async () => {
    const id = await arrives('unit', {});
    const lease = await taken();
    // Renewed for the last time before PostgreSQL started.
    await fixture.database.owner.query(
      `update app.exchange_file set leased_until = pg_postmaster_start_time() where id = $1`,
      [lease.fileId],
    );
    await technical(() => leases.endOverdue());
    expect(await fileAs(id)).toMatchObject({ step: 'ENREGISTRE', crashes: 0 });
  });
});

describe('A file on which we fail', () => {
  it('waits longer each time, lets the next one pass, and is in trouble in the end', async () => {
    Object.assign(terms, { failures: 2, retry: 3_600_000 });
    const id = await arrives('unit', {});
    const next = await arrives('unit', {});
    expect(await technical(() => leases.waiting())).toBe(1);
    await technical(async () => leases.release(await taken(), 'failed'));
    expect(await taken()).toMatchObject({ fileId: next });
    expect(await fileAs(id)).toMatchObject({ failures: 1, crashes: 0 });
    expect(await technical(() => leases.troubled())).toEqual([]);
    expect(await technical(() => leases.hasten(id))).toBe(UNIT_ID);
    await technical(() => leases.endOverdue());
    await fixture.database.owner.query(
      `update app.exchange_file set leased_until = null, failures = 2 where id = $1`,
      [id],
    );
    expect(await technical(() => leases.troubled())).toMatchObject([{ fileId: id }]);
  });
});
