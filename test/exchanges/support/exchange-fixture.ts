import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import type { Instant, MachineActor } from '../../../src/kernel/index.js';
import { buildDataSource, TypeOrmUnitOfWork } from '../../../src/platform/database/index.js';
import { NO_ROW, type ExchangeFile } from '../../../src/exchanges/domain/exchange-file.js';
import type { RowAnomaly } from '../../../src/exchanges/flow/index.js';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';

export const UNIT_ID = '0b9d7c1e-3d52-4a19-9d0e-7a4c5b6e8f10';
export const ML_ID = '5f0c1a52-9c4b-4a3e-8c8e-2f6d3a1b0c9d';

/** A database with one unit and one mission locale, and a unit of work on it. */
export interface ExchangeFixture {
  readonly database: TestDatabase;
  readonly dataSource: DataSource;
  readonly unitOfWork: TypeOrmUnitOfWork;
  close(): Promise<void>;
}

export async function exchangeFixture(): Promise<ExchangeFixture> {
  const database = await createTestDatabase();
  await database.owner.query(
    `insert into app.organisation
       (id, code, kind, scheme, name, usual_name, territory, time_zone, valid_from) values
       ($1, 'RSMA-RE', 'unit', 'SMA', 'RSMA-RE', 'RSMA-RE', 'RE', 'Indian/Reunion', '2020-01-01'),
       ($2, '97411S00', 'mission-locale', null, 'ML', 'ML', 'RE', 'Indian/Reunion', '2020-01-01')`,
    [UNIT_ID, ML_ID],
  );
  const dataSource = buildDataSource({ url: database.appUrl, poolSize: 3, entities: [] });
  await dataSource.initialize();
  const unitOfWork = new TypeOrmUnitOfWork(dataSource);
  const close = async (): Promise<void> => {
    await dataSource.destroy();
    await database.drop();
  };
  return { database, dataSource, unitOfWork, close };
}

/** The machine of the unit, or of the mission locale. */
export function machineOf(kind: 'unit' | 'mission-locale'): MachineActor {
  const organisation =
    kind === 'unit'
      ? { id: UNIT_ID, code: 'RSMA-RE', kind: 'unit' as const }
      : { id: ML_ID, code: '97411S00', kind: 'mission-locale' as const };
  return {
    type: 'machine',
    id: 'client-row-id',
    clientId: `demo-${kind}`,
    scopes: ['exchanges:read', 'exchanges:write'],
    organisation,
    channel: { kind: 'api' },
    correlationId: 'correlation-1',
  };
}

let sequence = 0;

/** A SUI file of the unit, registered and being processed. */
export function aFile(over: Partial<ExchangeFile> = {}): ExchangeFile {
  sequence += 1;
  return {
    id: randomUUID(),
    organisationId: UNIT_ID,
    number: `AEE-2026-${String(9_000_000 + sequence)}`,
    state: 'registered',
    step: 'LECTURE',
    place: { flow: 'SUI', mode: 'P', period: '2026-11', nature: 'I', sequence },
    slotId: null,
    fileName: `SUI_P_RSMA-RE_2026-11_${String(sequence).padStart(6, '0')}_I_v1.csv`,
    exchangeIdentifier: null,
    sha256: 'a'.repeat(64),
    bytes: 10,
    encoding: 'utf-8',
    separator: ';',
    rows: 1,
    isOnTime: true,
    channel: 'api',
    depositorId: 'client-row-id',
    depositorScopes: ['exchanges:write'],
    manifest: null,
    faults: [],
    report: null,
    counters: NO_ROW,
    receivedAt: '2026-11-20T08:00:00.000Z' as Instant,
    appliedAt: null,
    correlationId: 'correlation-1',
    ...over,
  };
}

export function anAnomaly(over: Partial<RowAnomaly> = {}): RowAnomaly {
  return {
    line: 2,
    rowId: 1,
    column: 'date_suite',
    position: 14,
    type: 'type-error',
    code: 'type-error',
    precision: 'DATE_IMPOSSIBLE',
    level: 'BLOQUANT_LIGNE',
    value: '2026-02-31',
    suggestedValue: null,
    message: 'La date n’existe pas.',
    correction: 'Indiquer une date réelle.',
    rule: 'SUI-C14',
    cascadeOf: null,
    ...over,
  };
}
