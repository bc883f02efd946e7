import { DataSource } from 'typeorm';
import type { AuditEntry, AuditReading, MachineActor } from '../../src/kernel/index.js';
import {
  buildDataSource,
  currentManager,
  rowsOf,
  TypeOrmUnitOfWork,
} from '../../src/platform/database/index.js';
import { testAuditTrail } from '../support/test-audit-trail.js';
import { machineOf } from './support/actors.js';
import { createWorld, type World } from './support/world.js';

let world: World;
let dataSource: DataSource;
let unitOfWork: TypeOrmUnitOfWork;
const trail = testAuditTrail();

beforeAll(async () => {
  world = await createWorld();
  dataSource = buildDataSource({ url: world.database.appUrl, poolSize: 3, entities: [] });
  await dataSource.initialize();
  unitOfWork = new TypeOrmUnitOfWork(dataSource);
});

afterAll(async () => {
  await dataSource.destroy();
  await world.close();
});

const ml = () => machineOf(world.missionLocales[0], 'mission-locale');
const unit = () => machineOf(world.units[0], 'unit');

interface Present {
  readonly role: string;
  readonly org: string | null;
}
const present = () =>
  rowsOf<Present>(`select current_user as role, current_setting('app.org', true) as org`);

function lineOf(actor: MachineActor, id: string, over: Partial<AuditReading> = {}): AuditEntry {
  const organisationId = actor.organisation.id;
  const resource = { type: 'referral', id };
  const rest = { command: 'referral.read', effectiveOn: null, result: 'read', people: [] } as const;
  return { actor, resource, organisationId, ...rest, ...over };
}

async function journalOf(id: string): Promise<Record<string, unknown>[]> {
  const sql = 'select org_id, result from app.audit_event where resource_id = $1';
  return (await world.database.owner.query(sql, [id])).rows;
}

describe('A reading', () => {
  it('runs each query under the scope of its actor, which ends with the query', async () => {
    const [seen] = await unitOfWork.read(ml(), present);
    expect(seen).toEqual({ role: 'passerelle_mission_locale', org: ml().organisation.id });

    const left: Present[] = await dataSource.query(
      `select current_user as role, nullif(current_setting('app.org', true), '') as org`,
    );
    expect(left[0]?.role).toMatch(/^passerelle_app_/);
    expect(left[0]?.org).toBeNull();
  });

  it('never mixes the scopes of readings that share the connections', async () => {
    const seen = await Promise.all(
      Array.from({ length: 60 }, (_, index) => {
        const actor = index % 2 === 0 ? ml() : unit();
        return unitOfWork.read(actor, async () => ({ actor, rows: await present() }));
      }),
    );
    for (const { actor, rows } of seen) expect(rows[0]?.org).toBe(actor.organisation.id);
  });

  it('cannot write, for a query outside a unit of work does not run', async () => {
    await expect(unitOfWork.read(ml(), async () => currentManager())).rejects.toThrow(
      'no unit of work',
    );
    await expect(rowsOf('select 1')).rejects.toThrow('no unit of work');
  });

  it('goes on after a query that PostgreSQL refused, on a connection it can trust', async () => {
    const refused = unitOfWork.read(ml(), () => rowsOf('select * from app.audit_event'));
    await expect(refused).rejects.toMatchObject({ code: '42501' });
    const [seen] = await unitOfWork.read(unit(), present);
    expect(seen?.org).toBe(unit().organisation.id);
  });

  it('tells each query who asks, even those of one organisation that share a round trip', async () => {
    const asked = Array.from({ length: 60 }, (_, index) => ({ ...ml(), id: `actor ${index}` }));
    const seen = await Promise.all(
      asked.map((actor) =>
        unitOfWork.read(actor, () =>
          rowsOf<{ user: string }>(`select current_setting('app.user') as user`),
        ),
      ),
    );
    expect(seen.map(([row]) => row?.user)).toEqual(asked.map(({ id }) => id));
  });

  it('is not lost with one that PostgreSQL refuses in the same round trip', async () => {
    const seen = await Promise.allSettled(
      Array.from({ length: 40 }, (_, index) =>
        unitOfWork.read(index % 2 === 0 ? ml() : unit(), () =>
          index % 7 === 0 ? rowsOf<Present>('select * from app.audit_event') : present(),
        ),
      ),
    );
    for (const [index, one] of seen.entries()) {
      const expected = (index % 2 === 0 ? ml() : unit()).organisation.id;
      if (index % 7 === 0) expect(one).toMatchObject({ reason: { code: '42501' } });
      else expect(one).toMatchObject({ value: [{ org: expected }] });
    }
  });

  it('does not wait for slow ones that came before', async () => {
    const { owner } = world.database;
    await owner.query('select pg_advisory_lock(4711)');
    const wait = () => rowsOf('select pg_advisory_xact_lock_shared(4711)::text');
    const slow = [unitOfWork.read(ml(), wait), unitOfWork.read(unit(), wait)];
    const [seen] = await unitOfWork.read(ml(), present);
    expect(seen?.org).toBe(ml().organisation.id);
    await owner.query('select pg_advisory_unlock(4711)');
    await Promise.all(slow);
  });

  it('joins the open transaction, with all that happened in it', async () => {
    const [seen] = await unitOfWork.run(ml(), async () => {
      await currentManager().query(`select set_config('app.mark', 'of this transaction', true)`);
      return unitOfWork.read(ml(), () =>
        rowsOf<{ mark: string }>(`select current_setting('app.mark', true) as mark`),
      );
    });
    expect(seen?.mark).toBe('of this transaction');
  });

  it('reads values as the rest of the service does', async () => {
    const [row] = await unitOfWork.read(ml(), () =>
      rowsOf(
        `select date '2026-02-03' as day, timestamptz '2026-02-03 04:05:06+00' as instant,
        12::bigint as big, null as nothing, $1::text[] as list`,
        [['a', 'b"c']],
      ),
    );
    expect(row).toEqual({
      day: '2026-02-03',
      instant: '2026-02-03T04:05:06.000Z',
      big: 12,
      nothing: null,
      list: ['a', 'b"c'],
    });
  });
});

describe('The journal of readings', () => {
  it('holds the line before the reading gives its answer', async () => {
    await unitOfWork.read(ml(), () => trail.record(lineOf(ml(), 'kept')));
    expect(await journalOf('kept')).toEqual([{ org_id: ml().organisation.id, result: 'read' }]);
  });

  it('holds one line for each of many readings at once, each in its own journal', async () => {
    const actors = Array.from({ length: 40 }, (_, index) => (index % 2 === 0 ? ml() : unit()));
    await Promise.all(
      actors.map((actor) => unitOfWork.read(actor, () => trail.record(lineOf(actor, 'many')))),
    );
    const lines = await journalOf('many');
    const ofMissionLocale = lines.filter((line) => line['org_id'] === ml().organisation.id);
    expect(lines).toHaveLength(40);
    expect(ofMissionLocale).toHaveLength(20);
  });

  it('refuses a line for another organisation, and that line alone', async () => {
    const foreign = lineOf(ml(), 'foreign', { organisationId: unit().organisation.id });
    const outcomes = await Promise.allSettled([
      unitOfWork.read(ml(), () => trail.record(lineOf(ml(), 'first'))),
      unitOfWork.read(ml(), () => trail.record(foreign)),
      unitOfWork.read(unit(), () => trail.record(lineOf(unit(), 'last'))),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(await journalOf('foreign')).toEqual([]);
    expect(await journalOf('first')).toHaveLength(1);
    expect(await journalOf('last')).toHaveLength(1);
  });
});
