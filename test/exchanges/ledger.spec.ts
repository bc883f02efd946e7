import { randomUUID } from 'node:crypto';
import { DatabaseContentStore } from '../../src/exchanges/db/database-content-store.js';
import { DatabaseExchangeLedger } from '../../src/exchanges/db/database-exchange-ledger.js';
import {
  NO_ROW,
  type ExchangeFile,
  type ExchangeRow,
} from '../../src/exchanges/domain/exchange-file.js';
import type { ProcessingResult } from '../../src/exchanges/use-cases/ports.js';
import { doorFault } from '../../src/exchanges/catalogue/index.js';
import type { Instant } from '../../src/kernel/index.js';
import { TEST_CIPHER } from '../support/test-cipher.js';
import {
  aFile,
  anAnomaly,
  exchangeFixture,
  machineOf,
  ML_ID,
  UNIT_ID,
  type ExchangeFixture,
} from './support/exchange-fixture.js';

const ledger = new DatabaseExchangeLedger();
const content = new DatabaseContentStore(TEST_CIPHER);
let fixture: ExchangeFixture;

const asUnit = <T>(work: () => Promise<T>): Promise<T> =>
  fixture.unitOfWork.run(machineOf('unit'), work);
const asMissionLocale = <T>(work: () => Promise<T>): Promise<T> =>
  fixture.unitOfWork.run(machineOf('mission-locale'), work);

async function inserted(over: Partial<ExchangeFile> = {}): Promise<ExchangeFile> {
  const file = aFile(over);
  await asUnit(() => ledger.insert(file));
  return file;
}

function row(line: number, over: Partial<ExchangeRow> = {}): ExchangeRow {
  return {
    line,
    rowId: line - 1,
    naturalKey: `RSMA-RE|D-${line}`,
    state: 'A',
    resourceId: null,
    recipientId: null,
    byteStart: line * 10,
    byteEnd: line * 10 + 9,
    ...over,
  };
}

const APPLIED: ProcessingResult = {
  state: 'applied',
  step: 'APPLIQUE',
  report: { number: 'CRM-2026-0000001', stage: 'PROVISOIRE', code: 1 },
  counters: { ...NO_ROW, read: 3, applied: 1, inReview: 1, unchanged: 1 },
  faults: [],
  appliedAt: '2026-11-20T08:01:00.000Z' as Instant,
};

/** The rows that these counters count. */
const ROWS_APPLIED = [row(2, { state: 'V' }), row(3), row(4, { state: 'I' })];

async function steps(fileId: string): Promise<unknown[]> {
  const { rows } = await fixture.database.owner.query(
    `select from_step, to_step, reason from app.exchange_transition
     where file_id = $1 order by recorded_at, id`,
    [fileId],
  );
  return rows;
}

beforeAll(async () => {
  fixture = await exchangeFixture();
});

afterAll(() => fixture.close());

describe('The ledger of files', () => {
  it('gives back a file as it was written, to its emitter only', async () => {
    const faults = [doorFault('SEQUENCE_TROU', { attendu: 1 })];
    const file = await inserted({ faults, exchangeIdentifier: 'x\u0000\uD800y' });
    const expected = { ...file, exchangeIdentifier: 'x\uFFFD\uFFFDy' };
    expect(await asUnit(() => ledger.byId(file.id))).toEqual(expected);
    expect(await asMissionLocale(() => ledger.byId(file.id))).toBeNull();
    expect(await steps(file.id)).toEqual([{ from_step: null, to_step: 'LECTURE', reason: null }]);
  });

  it('keeps a file refused before its name could be read', async () => {
    const file = await inserted({ state: 'refused', place: null, fileName: null });
    expect(await asUnit(() => ledger.byId(file.id))).toEqual(file);
  });

  it('numbers receipts and reports, each number once', async () => {
    const [first, second] = await asUnit(async () => [
      await ledger.nextReceipt('AEE', 2026),
      await ledger.nextReceipt('ARE', 2026),
    ]);
    expect(first).toMatch(/^AEE-2026-\d{7}$/);
    expect(second?.slice(-7)).not.toBe(first?.slice(-7));
    expect(await asUnit(() => ledger.nextReport(2026))).toMatch(/^CRM-2026-\d{7}$/);
  });

  it('knows the last sequence, and the files that share a sequence or a content', async () => {
    const place = { flow: 'ORI', mode: 'T', period: '2026-10', nature: 'I', sequence: 7 } as const;
    const file = await inserted({ place, sha256: 'b'.repeat(64) });
    await inserted({ state: 'refused', place: { ...place, sequence: 9 } });
    const same = (over: object, sha256: string) =>
      asUnit(() => ledger.sameSequenceOrContent(UNIT_ID, { ...place, ...over }, sha256));

    expect(await asUnit(() => ledger.lastSequence(UNIT_ID, 'ORI', 'T'))).toBe(7);
    expect(await asUnit(() => ledger.lastSequence(UNIT_ID, 'ORI', 'P'))).toBe(0);
    expect(await same({}, 'c'.repeat(64))).toMatchObject([{ id: file.id }]);
    expect(await same({ sequence: 8 }, 'b'.repeat(64))).toMatchObject([{ id: file.id }]);
    expect(await same({ sequence: 8, period: '2026-11' }, 'b'.repeat(64))).toEqual([]);
    expect(await asUnit(() => ledger.filesOfPeriod(UNIT_ID, 'ORI', 'T', '2026-10'))).toHaveLength(
      1,
    );
  });

  it('writes the end of a processing, its gate faults once', async () => {
    const [drift, gap] = [
      doorFault('DERIVE_VOLUME', { lignes: 4, habituel: 40 }),
      doorFault('SEQUENCE_TROU', { attendu: 1 }),
    ];
    const file = await inserted({ faults: [gap] });
    const held = { ...APPLIED, state: 'held', step: 'A_CONFIRMER', faults: [drift] } as const;
    await asUnit(() => ledger.finish(file.id, held));
    await asUnit(() => ledger.confirm(file.id, 'DERIVE_VOLUME'));
    await asUnit(() => ledger.resume(file.id, 'ENREGISTRE'));
    const end = { ...APPLIED, faults: [drift, gap] };
    await expect(asUnit(() => ledger.finish(file.id, end))).rejects.toThrow('no command leads');
    await fixture.database.owner.query(
      `update app.exchange_file set step = 'LECTURE' where id = $1`,
      [file.id],
    );
    await asUnit(() => ledger.insertRows(file, ROWS_APPLIED));
    await asUnit(() => ledger.finish(file.id, end));

    const { state, step, faults, report, counters } = APPLIED;
    expect(faults).toEqual([]);
    expect(await asUnit(() => ledger.byId(file.id))).toMatchObject({
      state,
      step,
      report,
      counters,
    });
    expect((await asUnit(() => ledger.byId(file.id)))?.faults).toEqual([gap, drift]);
    expect(await asUnit(() => ledger.confirmedCodes(file.id))).toEqual(['DERIVE_VOLUME']);
    expect(await steps(file.id)).toEqual([
      { from_step: null, to_step: 'LECTURE', reason: null },
      { from_step: 'LECTURE', to_step: 'A_CONFIRMER', reason: null },
      { from_step: 'A_CONFIRMER', to_step: 'CONFIRME', reason: 'DERIVE_VOLUME' },
      { from_step: 'A_CONFIRMER', to_step: 'ENREGISTRE', reason: null },
      { from_step: 'LECTURE', to_step: 'APPLIQUE', reason: null },
    ]);
  });

  it('refuses counters that are not those of the rows it recorded', async () => {
    const file = await inserted();
    await asUnit(() => ledger.insertRows(file, [row(2), ...ROWS_APPLIED.slice(1)]));
    for (const state of ['applied', 'rejected'] as const) {
      const end = asUnit(() => ledger.finish(file.id, { ...APPLIED, state }));
      await expect(end).rejects.toThrow('its counters are not those of its rows');
    }
  });

  it('refuses counters that lose a row', async () => {
    const file = await inserted();
    const counters = { ...APPLIED.counters, read: 4 };
    await expect(asUnit(() => ledger.finish(file.id, { ...APPLIED, counters }))).rejects.toThrow(
      'exchange_file_conservation',
    );
  });

  it('lists by filter, page after page', async () => {
    const place = { flow: 'SUI', mode: 'P', period: '2024-01', nature: 'I' } as const;
    const first = await inserted({ place: { ...place, sequence: 900_001 } });
    const second = await inserted({
      place: { ...place, sequence: 900_002 },
      receivedAt: '2026-11-21T08:00:00.000Z' as Instant,
    });
    const filter = { flow: 'SUI', period: '2024-01', state: 'registered' };
    const page = await asUnit(() => ledger.page(filter, 1, null));
    expect(page).toMatchObject({ items: [{ id: second.id }], total: 2 });
    const next = await asUnit(() => ledger.page(filter, 5, second));
    expect(next).toMatchObject({ items: [{ id: first.id }], total: 2 });
    expect((await asMissionLocale(() => ledger.page({}, 5, null))).total).toBe(0);
  });
});

describe('The rows of a file', () => {
  it('are kept with their fate, over those of an earlier processing', async () => {
    const file = await inserted();
    const rows = [row(2, { state: 'R' }), row(3, { recipientId: ML_ID, resourceId: randomUUID() })];
    await asUnit(() => ledger.insertRows(file, [row(2), row(3)]));
    await asUnit(() => ledger.insertRows(file, rows));
    expect(await asUnit(() => ledger.rows(file.id))).toEqual(rows);
    expect(await asUnit(() => ledger.rows(file.id, ['R']))).toEqual([rows[0]]);
    expect(await asUnit(() => ledger.recipients(file.id))).toEqual([ML_ID]);
  });

  it('have their anomalies read by line, causes first, page after page', async () => {
    const file = await inserted();
    const cause = anAnomaly({ line: 5 });
    const effect = anAnomaly({ line: 5, code: 'CHRONOLOGIE', cascadeOf: 'SUI-C14' });
    const early = anAnomaly({ line: 2, value: 'A\u0000' });
    await asUnit(() => ledger.insertAnomalies(file, 1, [effect, cause]));
    await asUnit(() => ledger.insertAnomalies(file, 3, [early]));
    const sorted = [{ ...early, value: 'A\uFFFD' }, cause, effect];

    expect(await asUnit(() => ledger.anomalies(file.id))).toEqual(sorted);
    const first = await asUnit(() => ledger.anomalyPage(file.id, null, 2));
    expect(first.items).toEqual(sorted.slice(0, 2));
    const second = await asUnit(() => ledger.anomalyPage(file.id, first.next, 2));
    expect(second).toEqual({ items: sorted.slice(2), next: null });
    expect(await asUnit(() => ledger.anomalyGroups(file.id))).toMatchObject([
      { code: 'CHRONOLOGIE', column: 'date_suite', count: 1 },
      { code: 'type-error', level: 'BLOQUANT_LIGNE', count: 2 },
    ]);
    await asUnit(() => ledger.clearAnomalies(file.id));
    expect(await asUnit(() => ledger.anomalies(file.id))).toEqual([]);
  });

  it('leave the review once, and the counters follow', async () => {
    const file = await inserted();
    await asUnit(() => ledger.insertRows(file, ROWS_APPLIED));
    await asUnit(() => ledger.finish(file.id, APPLIED));
    const fate = { state: 'A', resourceId: null, recipientId: ML_ID } as const;
    expect(await asUnit(() => ledger.settleRow(file.id, 2, fate))).toBe(true);
    expect(await asUnit(() => ledger.settleRow(file.id, 2, fate))).toBe(false);
    expect((await asUnit(() => ledger.byId(file.id)))?.counters).toEqual({
      ...APPLIED.counters,
      applied: 2,
      inReview: 0,
    });
  });
});

describe('The content of a file', () => {
  it('comes back byte for byte, whatever the chunks', async () => {
    const file = await inserted();
    const bytes = Buffer.alloc(2_500_000, 'Léa;PAYET\r\n');
    await asUnit(() => content.write(file, chunksOf(bytes, 70_001)));
    const parts: Uint8Array[] = [];
    await asUnit(async () => {
      for await (const part of content.read(file.id)) parts.push(part);
    });
    expect(parts.map(({ length }) => length)).toEqual([1_048_576, 1_048_576, 402_848]);
    expect(Buffer.concat(parts).equals(bytes)).toBe(true);
    expect(await asMissionLocale(() => content.part(file.id, 0))).toBeNull();
  });
});

async function* chunksOf(bytes: Buffer, size: number): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
}
