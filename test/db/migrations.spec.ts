import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { DataSource } from 'typeorm';
import { ENTITIES } from '../../src/app/entities.js';
import { migrateApplication } from '../../src/app/migrate-application.js';
import { buildDataSource } from '../../src/platform/database/index.js';
import { migrations } from '../../src/platform/database/migrations/index.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';
import { createEmptyDatabase, type EmptyDatabase } from './support/empty-database.js';

/** TypeORM's own list of what was done. */
const NOT_OURS = ['migration'];
const BUILT = join(process.cwd(), 'dist/app/migrate-application.js');
const NAMES = migrations.map(({ name }) => name);

async function tables(owner: TestDatabase['owner']): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(
    `select relname as name from pg_class join pg_namespace n on n.oid = relnamespace
     where n.nspname = 'app' and relkind in ('r', 'p') order by relname`,
  );
  return rows.map(({ name }) => name);
}

async function done(owner: TestDatabase['owner']): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(
    'select name from app.migration order by id',
  );
  return rows.map(({ name }) => name);
}

describe('The entities', () => {
  let database: TestDatabase;
  let dataSource: DataSource;

  beforeAll(async () => {
    database = await createTestDatabase();
    dataSource = buildDataSource({ url: database.ownerUrl, poolSize: 1, entities: ENTITIES });
    await dataSource.initialize();
  });

  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  it('say the same as the migrations', async () => {
    const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
  });

  it('cover every table', async () => {
    const covered = dataSource.entityMetadatas.map(({ tableName }) => tableName);
    expect([...covered, ...NOT_OURS].sort()).toEqual(await tables(database.owner));
  });

  it('are found wanting when a column has no entity', async () => {
    await database.owner.query('alter table app.referral add column forgotten text');
    const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
    expect(upQueries.map(({ query }) => query)).toEqual([
      'ALTER TABLE "app"."referral" DROP COLUMN "forgotten"',
    ]);
    await database.owner.query('alter table app.referral drop column forgotten');
  });
});

describe('The migrations', () => {
  let database: EmptyDatabase;

  beforeEach(async () => {
    database = await createEmptyDatabase();
  });

  afterEach(() => database.drop());

  it('are listed in the order of their numbers, none twice', () => {
    const numbers = NAMES.map((name) => Number(/\d{13}$/.exec(name)?.[0]));
    expect(numbers).toEqual([...new Set(numbers)].toSorted((one, other) => one - other));
  });

  it('make the whole schema from nothing, and do nothing the second time', async () => {
    await migrateApplication(database.ownerUrl);
    const first = await tables(database.owner);
    await migrateApplication(database.ownerUrl);
    expect(await done(database.owner)).toEqual(NAMES);
    expect(await tables(database.owner)).toEqual(first);
    expect(first.length).toBeGreaterThan(25);
  });

  it('are done once when several processes start at the same time', async () => {
    const source = `import { migrateApplication } from ${JSON.stringify(BUILT)};
      await migrateApplication(process.argv[1]);`;
    const start = () =>
      promisify(execFile)(process.execPath, [
        '--input-type=module',
        '-e',
        source,
        database.ownerUrl,
      ]);
    await Promise.all([start(), start(), start()]);
    expect(await done(database.owner)).toEqual(NAMES);
  });

  it('can be taken back to nothing and done again', async () => {
    await migrateApplication(database.ownerUrl);
    const first = await tables(database.owner);
    const dataSource = buildDataSource({ url: database.ownerUrl, poolSize: 1, entities: [] });
    await dataSource.initialize();
    for (const _ of NAMES) await dataSource.undoLastMigration();
    expect(await tables(database.owner)).toEqual(NOT_OURS);
    await dataSource.runMigrations();
    await dataSource.destroy();
    expect(await tables(database.owner)).toEqual(first);
  });
});
