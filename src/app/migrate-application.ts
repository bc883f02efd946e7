import { migrateDatabase } from '../platform/database/index.js';
import { migrateQueueSchema } from '../platform/queue/index.js';

/** Brings a database to the present schema: our tables, then those of the queue. Idempotent. */
export async function migrateApplication(ownerUrl: string): Promise<void> {
  await migrateDatabase(ownerUrl, (client) => migrateQueueSchema(client));
}
