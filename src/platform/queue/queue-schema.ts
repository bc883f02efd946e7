import { runMigrations } from 'bullmq';
import { escapeIdentifier, type Client } from 'pg';
import { OWNER_ROLE } from '../database/scope-roles.js';
import { QUEUE_ROLE } from './queue-role.js';

/**
 * Brings schema `bullmq` to the version of the library and opens it to the role of our queue
 * connections, which must be able to create sequences there: BullMQ makes one per queue on its
 * first job (stack.md 2.5). Idempotent and safe when several processes call it. Outside a
 * transaction, after the roles exist.
 */
export async function migrateQueueSchema(client: Client): Promise<void> {
  const isSuperuser = await hasAllRights(client);
  if (isSuperuser) await client.query(`set role ${escapeIdentifier(OWNER_ROLE)}`);
  try {
    await runMigrations(client);
    await client.query(grants(escapeIdentifier(QUEUE_ROLE)));
  } finally {
    if (isSuperuser) await client.query('reset role');
  }
}

async function hasAllRights(client: Client): Promise<boolean> {
  const { rows } = await client.query<{ super: boolean }>(
    `select rolsuper as super from pg_roles where rolname = current_user`,
  );
  return rows[0]?.super ?? false;
}

/** Sequences that the queue role made itself on a first job are its own: nothing to grant there. */
function grants(role: string): string {
  return `
    grant usage, create on schema bullmq to ${role};
    grant select, insert, update, delete on all tables in schema bullmq to ${role};
    grant execute on all functions in schema bullmq to ${role};
    do $$ declare owned regclass; begin
      for owned in select c.oid::regclass from pg_class c
        where c.relnamespace = 'bullmq'::regnamespace and c.relkind = 'S'
          and pg_has_role(c.relowner, 'usage')
      loop execute format('grant usage, select, update on sequence %s to ${role}', owned); end loop;
    end $$;
  `;
}
