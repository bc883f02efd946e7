import { runMigrations } from 'bullmq';
import { escapeIdentifier, type Client } from 'pg';
import { runtimeRoleName } from '../database/runtime-role.js';
import { OWNER_ROLE } from '../database/scope-roles.js';

/**
 * Brings schema `bullmq` to the version of the library and opens it to the runtime role, which
 * must be able to create sequences there: BullMQ makes one per queue on its first job (stack.md
 * 2.5). Idempotent and safe when several processes call it. Outside a transaction.
 */
export async function migrateQueueSchema(client: Client): Promise<void> {
  const { rows } = await client.query<{ database: string; super: boolean }>(
    `select current_database() as database, rolsuper as super
       from pg_roles where rolname = current_user`,
  );
  const [self] = rows;
  if (!self) throw new Error('the database does not know its own user');
  if (self.super) await client.query(`set role ${escapeIdentifier(OWNER_ROLE)}`);
  try {
    await runMigrations(client);
    await client.query(grants(escapeIdentifier(runtimeRoleName(self.database))));
  } finally {
    if (self.super) await client.query('reset role');
  }
}

function grants(role: string): string {
  return `
    grant usage, create on schema bullmq to ${role};
    grant select, insert, update, delete on all tables in schema bullmq to ${role};
    grant usage, select, update on all sequences in schema bullmq to ${role};
    grant execute on all functions in schema bullmq to ${role};
  `;
}
