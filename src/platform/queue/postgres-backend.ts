import { createPostgresBackend } from 'bullmq';
import { Pool } from 'pg';
import { within } from './deadline.js';
import { QueueBackend, type BackendSource, type WorkerLoad } from './queue-backend.js';
import { QUEUE_ROLE } from './queue-role.js';
import type { QueueSettings } from './queue-settings.js';

const PRODUCER_CONNECTIONS = 4;
const SPARE_CONNECTIONS = 2;
/** A busy worker holds a connection only for a few milliseconds around each job. */
const JOBS_PER_CONNECTION = 3;
const CLOSE_MS = 5_000;

/** Jobs in schema `bullmq` of the application's own database. */
class PostgresBackend extends QueueBackend {
  override readonly kind = 'postgresql';
  override readonly prefix = 'passerelle';
  override readonly producers: BackendSource;
  private readonly pools: Pool[] = [];

  constructor(private readonly databaseUrl: string) {
    super();
    this.producers = this.openPool(PRODUCER_CONNECTIONS);
  }

  /** Each worker keeps one connection to LISTEN: a pool without room for it blocks all queries. */
  override openForWorkers({ workers, concurrency }: WorkerLoad): BackendSource {
    const busy = Math.ceil(concurrency / JOBS_PER_CONNECTION);
    return this.openPool(workers + busy + SPARE_CONNECTIONS);
  }

  override isReachable(): boolean {
    return true;
  }

  override async close(): Promise<void> {
    await Promise.all(this.pools.map((pool) => within(CLOSE_MS, pool.end())));
  }

  private openPool(max: number): BackendSource {
    const pool = new Pool({
      connectionString: this.databaseUrl,
      max,
      options: `-c role=${QUEUE_ROLE} -c search_path=bullmq,public`,
      keepAlive: true,
      connectionTimeoutMillis: 10_000,
      application_name: 'passerelle-queue',
    });
    // Every queue and worker of the process listens to the same pool.
    pool.setMaxListeners(0);
    // Without a listener the loss of an idle connection would end the process.
    pool.on('error', () => undefined);
    // Nor does the pool listen to one in use: lost between two statements, it tells the next of them.
    pool.on('connect', (client) => client.on('error', () => undefined));
    this.pools.push(pool);
    return (name, options, more) =>
      createPostgresBackend(name, { ...options, connection: pool }, more);
  }
}

/** Opens the PostgreSQL backend; connects only when first used. */
export function openPostgresBackend(settings: QueueSettings): Promise<QueueBackend> {
  return Promise.resolve(new PostgresBackend(settings.databaseUrl));
}
