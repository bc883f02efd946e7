import { Client, escapeIdentifier } from 'pg';
import { buildDataSource } from './data-source.js';
import { ensureRoles } from './runtime-role.js';
import { OWNER_ROLE } from './scope-roles.js';

/** A step that must follow the tables, such as the queue's own schema. */
export type AfterTables = (client: Client) => Promise<void>;

const MIGRATION_LOCK = 7_272_001;

/**
 * Brings a database to the present schema: roles, tables, then `afterTables`. Idempotent; several
 * processes may call it at once, one works while the others wait.
 */
export async function migrateDatabase(ownerUrl: string, afterTables?: AfterTables): Promise<void> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await ensureRoles(client, ownerUrl);
    const owner = await becomeOwner(client);
    await client.query(`create schema if not exists app`);
    await client.query('reset role');
    await runMigrations(ownerUrl, owner);
    await afterTables?.(client);
  } finally {
    await client.end();
  }
}

/** A superuser hands the tables to a role without privileges of its own (trust.md V3). */
async function becomeOwner(client: Client): Promise<string | null> {
  const { rows } = await client.query<{ super: boolean; database: string }>(
    `select rolsuper as super, current_database() as database from pg_roles where rolname = current_user`,
  );
  const [self] = rows;
  if (!self?.super) return null;
  const owner = escapeIdentifier(OWNER_ROLE);
  await client.query(`grant create on database ${escapeIdentifier(self.database)} to ${owner}`);
  await client.query(`set role ${owner}`);
  return OWNER_ROLE;
}

async function runMigrations(ownerUrl: string, owner: string | null): Promise<void> {
  const url = new URL(ownerUrl);
  if (owner) url.searchParams.set('options', `-c role=${owner}`);
  const dataSource = buildDataSource({ url: url.toString(), poolSize: 1, entities: [] });
  await dataSource.initialize();
  try {
    await dataSource.runMigrations();
  } finally {
    await dataSource.destroy();
  }
}
