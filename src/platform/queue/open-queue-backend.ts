import { openPostgresBackend } from './postgres-backend.js';
import type { QueueBackend } from './queue-backend.js';
import type { QueueSettings } from './queue-settings.js';
import { openRedisBackend } from './redis-backend.js';

/**
 * The one place that decides where jobs live: Redis when the settings have its URL, PostgreSQL
 * otherwise (stack.md 2.6). The rest of the code cannot tell which.
 */
export function openQueueBackend(settings: QueueSettings): Promise<QueueBackend> {
  return settings.redisUrl === undefined
    ? openPostgresBackend(settings)
    : openRedisBackend(settings, settings.redisUrl);
}
