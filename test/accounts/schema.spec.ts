import { DataSource } from 'typeorm';
import { ACCOUNT_ENTITIES } from '../../src/accounts/db/entities.js';
import { OrganisationEntity } from '../../src/organisations/db/organisation.entity.js';
import { buildDataSource } from '../../src/platform/database/index.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

const TABLES = ['account', 'membership', 'machine_client', 'access_token', 'client_assertion'];
let database: TestDatabase;
let dataSource: DataSource;

beforeAll(async () => {
  database = await createTestDatabase();
  const entities = [OrganisationEntity, ...ACCOUNT_ENTITIES];
  dataSource = buildDataSource({ url: database.ownerUrl, poolSize: 2, entities });
  await dataSource.initialize();
});

afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

describe('The entities of accounts', () => {
  it('cover the five tables', () => {
    const covered = dataSource.entityMetadatas.map(({ tableName }) => tableName);
    expect(covered).toEqual(expect.arrayContaining(TABLES));
  });

  it('say the same as the migrations', async () => {
    const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
    const changes = upQueries.map(({ query }) => query);
    expect(changes.filter((query) => TABLES.some((table) => query.includes(`"${table}"`)))).toEqual(
      [],
    );
  });
});
