import { escapeIdentifier } from 'pg';
import { migrateDatabase, SCOPE_ROLES } from '../platform/database/index.js';
import { migrateQueueSchema } from '../platform/queue/index.js';

/**
 * Brings a database to the present schema: our tables, then those of the queue. Idempotent. Gives the
 * scope roles to `appUrl`'s login role when the operator chose it (DATABASE_APP_URL), and lets every
 * process read which migrations are done, to refuse a start on another schema.
 */
export async function migrateApplication(ownerUrl: string, appUrl?: string): Promise<void> {
  await migrateDatabase(ownerUrl, async (client) => {
    await client.query('grant select on app.migration to passerelle_technical');
    if (appUrl !== undefined) {
      const login = escapeIdentifier(decodeURIComponent(new URL(appUrl).username));
      await client.query(`grant ${SCOPE_ROLES.join(', ')} to ${login}`);
    }
    await migrateQueueSchema(client);
  });
}
