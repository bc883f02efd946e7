import { createHash } from 'node:crypto';
import { Client } from 'pg';

/**
 * A name that is the same for all processes of one database and for no other database, even a copy
 * on the same server or another clone's: two services that share a Redis never take each other's
 * jobs.
 */
export async function databaseMark(databaseUrl: string): Promise<string> {
  const client = new Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    const { rows } = await client.query<{ identity: string }>(
      `select concat_ws('/', c.system_identifier, d.oid) as identity
         from pg_control_system() c, pg_database d where d.datname = current_database()`,
    );
    const identity = rows[0]?.identity ?? databaseUrl;
    return `passerelle-${createHash('sha256').update(identity).digest('hex').slice(0, 12)}`;
  } finally {
    await client.end();
  }
}
