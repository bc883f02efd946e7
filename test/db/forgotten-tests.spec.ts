import { SCOPE_ROLES, type ScopeRole } from '../../src/platform/database/index.js';
import { createWorld, type World } from './support/world.js';

// What the nightly purge may delete of files: tests, and nothing of production (exchange.md 7.k).

const DENIED = '42501';
const TECHNICAL: ScopeRole = 'passerelle_technical';
const TABLES = ['exchange_content', 'exchange_row', 'exchange_anomaly'] as const;

let world: World;
let testFile: string;
beforeAll(async () => {
  world = await createWorld();
  const { rows } = await world.database.owner.query<{ id: string }>(
    `update app.exchange_file set mode = 'T' where org_id = $1 returning id`,
    [world.units[0]],
  );
  testFile = rows[0]!.id;
});
afterAll(() => world.close());

async function files(table: string): Promise<string[]> {
  const sql = `select distinct file_id as id from app.${table} order by 1`;
  const { rows } = await world.database.owner.query<{ id: string }>(sql);
  return rows.map(({ id }) => id);
}

describe.each(TABLES)('Of %s', (table) => {
  it('the technical role deletes the rows of tests, and no row of production', async () => {
    const before = await files(table);
    expect(before.length).toBeGreaterThan(1);
    expect(before).toContain(testFile);
    const named = before.filter((id) => id !== testFile);
    const one = await world.app.as(TECHNICAL, null, (query) =>
      query(`delete from app.${table} where file_id = any($1)`, [named]),
    );
    expect([one.rowCount, await files(table)]).toEqual([0, before]);
    await world.app.as(TECHNICAL, null, (query) => query(`delete from app.${table}`));
    expect(await files(table)).toEqual(named);
  });

  it('the technical role reads which file and nothing else, and changes nothing', async () => {
    const statements = [
      `select * from app.${table}`,
      `select org_id from app.${table}`,
      `update app.${table} set file_id = file_id`,
      `insert into app.${table} (file_id) values (gen_random_uuid())`,
    ];
    for (const sql of statements) {
      expect([sql, await world.app.refusal(TECHNICAL, null, sql)]).toEqual([sql, DENIED]);
    }
  });
});

const SIDES: readonly ScopeRole[] = ['passerelle_mission_locale', 'passerelle_unit'];

it('No other role deletes bytes or rows of files, its own tests included', async () => {
  const [unit] = world.units;
  for (const table of ['exchange_content', 'exchange_row']) {
    for (const role of SCOPE_ROLES.filter((name) => name !== TECHNICAL)) {
      if (table === 'exchange_content' && SIDES.includes(role)) continue;
      const refusal = await world.app.refusal(role, unit, `delete from app.${table}`);
      expect([table, role, refusal]).toEqual([table, role, DENIED]);
    }
  }
});

it('A side lets go of its bytes that hold what must be kept nowhere, and of no others', async () => {
  const { owner } = world.database;
  const owners = [world.missionLocales[1], world.units[1]];
  for (const [index, role] of SIDES.entries()) {
    const organisation = owners[index] ?? '';
    const erase = () =>
      world.app.as(role, organisation, (query) => query('delete from app.exchange_content'));
    const before = await files('exchange_content');
    expect([(await erase()).rowCount, await files('exchange_content')]).toEqual([0, before]);

    await owner.query(
      `update app.exchange_anomaly set code = 'CONTENU_INTERDIT' where file_id in
         (select id from app.exchange_file where org_id = $1 limit 1)`,
      [organisation],
    );

    expect((await erase()).rowCount).toBe(1);
    expect(await files('exchange_content')).toHaveLength(before.length - 1);
  }
});

it('The technical role makes no test of a production file', async () => {
  const sql = `update app.exchange_file set mode = 'T'`;
  expect(await world.app.refusal(TECHNICAL, null, sql)).toBe(DENIED);
});
