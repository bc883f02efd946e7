import type { Pool } from 'pg';
import { buildDataSource } from '../../src/platform/database/index.js';
import { createTestDatabase } from '../support/test-database.js';

// PostgreSQL goes away while a connection is in use and says nothing: nobody waits for an answer then.

it('A connection in use that is lost between two statements tells the next one, and ends nothing else', async () => {
  const database = await createTestDatabase();
  const dataSource = buildDataSource({ url: database.ownerUrl, poolSize: 2, entities: [] });
  await dataSource.initialize();
  try {
    const pool = Reflect.get(dataSource.driver, 'master') as Pool;
    const client = await pool.connect();
    const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
    // Not `once`, which would listen to the very error that nobody listens to.
    const gone = new Promise<void>((resolve) => client.on('end', resolve));
    await database.owner.query('select pg_terminate_backend($1)', [rows[0]?.pid]);
    await gone;

    await expect(client.query('select 1')).rejects.toThrow(/not queryable|terminat/);
    client.release(true);
    expect(await dataSource.query('select 1 as one')).toEqual([{ one: 1 }]);
  } finally {
    await dataSource.destroy();
    await database.drop();
  }
});
