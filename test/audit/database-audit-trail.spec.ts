import { DataSource } from 'typeorm';
import type { AuditAct, AuditEntry, MachineActor } from '../../src/kernel/index.js';
import {
  buildDataSource,
  SCOPE_ROLES,
  TypeOrmUnitOfWork,
} from '../../src/platform/database/index.js';
import { testAuditTrail } from '../support/test-audit-trail.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

const UNIT_ID = '0b9d7c1e-3d52-4a19-9d0e-7a4c5b6e8f10';
const OTHER_ID = '5f0c1a52-9c4b-4a3e-8c8e-2f6d3a1b0c9d';
const MACHINE: MachineActor = {
  type: 'machine',
  id: 'client-row-id',
  clientId: 'demo-rsma-re',
  scopes: [],
  organisation: { id: UNIT_ID, code: 'RSMA-RE', kind: 'unit' },
  channel: { kind: 'api' },
  correlationId: 'correlation-1',
};
const trail = testAuditTrail();
let database: TestDatabase;
let dataSource: DataSource;
let unitOfWork: TypeOrmUnitOfWork;

function entry(over: Partial<AuditAct> = {}): AuditEntry {
  return {
    actor: MACHINE,
    command: 'candidacy.decide',
    resource: { type: 'candidacy', id: 'candidacy-id' },
    organisationId: UNIT_ID,
    effectiveOn: null,
    result: 'done',
    ...over,
  };
}

async function lines(): Promise<Record<string, unknown>[]> {
  const { rows } = await database.owner.query('select * from app.audit_event order by resource_id');
  return rows;
}

beforeAll(async () => {
  database = await createTestDatabase();
  dataSource = buildDataSource({ url: database.appUrl, poolSize: 2, entities: [] });
  await dataSource.initialize();
  unitOfWork = new TypeOrmUnitOfWork(dataSource);
});

afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

afterEach(() => database.owner.query('delete from app.audit_event'));

describe('The journal in the database', () => {
  it('keeps many lines written at once, with the day of the fact', async () => {
    const many = Array.from({ length: 2_500 }, (_, number) =>
      entry({ resource: { type: 'candidacy', id: `c-${String(number).padStart(4, '0')}` } }),
    );
    await unitOfWork.run(MACHINE, () => trail.recordAll(many));
    const written = await lines();
    expect(written).toHaveLength(2_500);
    expect(written[2_499]).toMatchObject({
      org_id: UNIT_ID,
      resource_id: 'c-2499',
      acting_role: 'unit-machine',
      on_behalf_of: UNIT_ID,
      result: 'done',
      detail: null,
      correlation_id: 'correlation-1',
    });
    expect(written[2_499]?.['recorded_at']).toBeInstanceOf(Date);
  });

  it('loses the line with the act that is rolled back', async () => {
    const failing = unitOfWork.run(MACHINE, async () => {
      await trail.record(entry());
      throw new Error('the act fails');
    });
    await expect(failing).rejects.toThrow('the act fails');
    expect(await lines()).toEqual([]);
  });

  it('refuses a line in the journal of another organisation', async () => {
    const elsewhere = entry({ organisationId: OTHER_ID });
    await expect(unitOfWork.run(MACHINE, () => trail.record(elsewhere))).rejects.toThrow(
      'row-level security',
    );
  });

  it('refuses to run outside a unit of work', async () => {
    await expect(trail.record(entry())).rejects.toThrow('no unit of work');
  });

  const WRITERS = SCOPE_ROLES.filter((role) => role !== 'passerelle_journal');

  it.each(WRITERS)('lets %s neither read, change, delete nor empty it', async (role) => {
    const statements = [
      'select command from app.audit_event',
      `update app.audit_event set command = 'x'`,
      'delete from app.audit_event',
      'truncate app.audit_event',
    ];
    for (const statement of statements) {
      const attempt = dataSource.transaction(async (manager) => {
        await manager.query(`select set_config('role', $1, true)`, [role]);
        await manager.query(statement);
      });
      await expect(attempt).rejects.toThrow('permission denied');
    }
  });
});
