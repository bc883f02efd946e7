import { once } from 'node:events';
import { createRedisBackend } from 'bullmq';
import { Redis, type RedisOptions } from 'ioredis';
import { databaseMark } from './database-mark.js';
import { within } from './deadline.js';
import { QueueBackend, type BackendSource } from './queue-backend.js';
import type { QueueSettings } from './queue-settings.js';

const CONNECT_MS = 3_000;
const CLOSE_MS = 3_000;
const RETRY_FIRST_MS = 100;
const RETRY_MOST_MS = 5_000;

/** Jobs in Redis, under a prefix of this database. */
class RedisBackend extends QueueBackend {
  override readonly kind = 'redis';
  override readonly producers: BackendSource;
  private readonly producer: Redis;
  private readonly clients: Redis[] = [];

  constructor(
    private readonly url: string,
    override readonly prefix: string,
  ) {
    super();
    this.producer = this.connect({ enableOfflineQueue: false, maxRetriesPerRequest: 1 });
    this.producers = sourceOf(this.producer);
  }

  /** BullMQ opens one more connection per worker, a copy of this one, to wait for jobs. */
  override openForWorkers(): BackendSource {
    return sourceOf(this.connect({ maxRetriesPerRequest: null }));
  }

  override isReachable(): boolean {
    return this.producer.status === 'ready';
  }

  async waitUntilReachable(): Promise<void> {
    if (!this.isReachable()) await within(CONNECT_MS, once(this.producer, 'ready'));
  }

  override async close(): Promise<void> {
    await Promise.all(
      this.clients.map(async (client) => {
        if (client.status === 'ready') await within(CLOSE_MS, client.quit());
        if (client.status !== 'end') client.disconnect();
      }),
    );
  }

  private connect(options: RedisOptions): Redis {
    const client = new Redis(this.url, {
      connectTimeout: CONNECT_MS,
      retryStrategy: waitBeforeRetry,
      ...options,
    });
    const duplicate = client.duplicate.bind(client);
    // BullMQ cannot close a copy that never reached Redis: it would try for ever.
    client.duplicate = (override) => this.keep(duplicate(override));
    return this.keep(client);
  }

  private keep(client: Redis): Redis {
    // ioredis tries again by itself; an error nobody listens to would end the process.
    client.on('error', () => undefined);
    client.setMaxListeners(0);
    this.clients.push(client);
    return client;
  }
}

/** Grows to 5 s, with a part of chance so that a fleet does not come back in one wave. */
function waitBeforeRetry(times: number): number {
  const most = Math.min(RETRY_FIRST_MS * 2 ** Math.min(times, 10), RETRY_MOST_MS);
  return Math.round(most * (0.5 + Math.random() / 2));
}

function sourceOf(client: Redis): BackendSource {
  return (name, options, more) =>
    createRedisBackend(name, { ...options, connection: client }, more);
}

/**
 * Opens the Redis backend. Waits a little for Redis, so that the first job of a process finds it,
 * but starts without it too (REL-06).
 */
export async function openRedisBackend(
  settings: QueueSettings,
  url: string,
): Promise<QueueBackend> {
  const prefix = settings.prefix ?? (await databaseMark(settings.databaseUrl));
  const backend = new RedisBackend(url, prefix);
  await backend.waitUntilReachable();
  return backend;
}
