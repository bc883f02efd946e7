import { once } from 'node:events';
import { createServer, connect, type Server, type Socket } from 'node:net';
import {
  startEmbeddedPostgres,
  type EmbeddedPostgres,
} from '../../../src/platform/embedded-postgres/index.js';
import { emptyFolder, serverPid } from '../../embedded/workspace.js';
import { freePort, startOwnRedis, type TestRedis } from '../../queue/support/redis-server.js';
import { ended, Fleet } from './fleet.js';

export type Target = 'worker' | 'api' | 'postgresql' | 'redis';

/** A client of the service, registered when it is prepared. */
export interface Client {
  readonly id: string;
  readonly secret: string;
  readonly organisation: string;
}

/** What the service of a trial is made of. */
export interface KillableInput {
  readonly client: Client;
  readonly now: string;
  /** Where its jobs live. */
  readonly queue: 'postgresql' | 'redis';
}

/**
 * The service in processes of its own, two of each role, on a durable PostgreSQL of its own and, where
 * asked, a Redis that keeps nothing: each of them may be killed, and comes back.
 */
export class KillableService {
  private readonly open = new Set<Socket>();
  private postgres: EmbeddedPostgres | undefined;
  private redis: TestRedis | undefined;
  private door: Server | undefined;
  private doorPort = 0;
  private redisPort = 0;
  private readonly apis: Fleet;
  private readonly workers: Fleet;

  private constructor(
    private readonly directory: string,
    private readonly input: KillableInput,
  ) {
    this.apis = new Fleet('api', () => this.environment());
    this.workers = new Fleet('worker', () => this.environment());
  }

  static async start(input: KillableInput): Promise<KillableService> {
    const service = new KillableService(emptyFolder(), input);
    await service.startPostgres();
    await service.openDoor();
    if (input.queue === 'redis') await service.startRedis();
    await ended('prepare', service.environment());
    await Promise.all([service.apis.start(2), service.workers.start(2)]);
    return service;
  }

  /** Processes that ended by themselves once at work. */
  get crashes(): number {
    return this.apis.crashes + this.workers.crashes;
  }

  /** What can be killed. The API never speaks to the queue: once is enough for it. */
  get targets(): readonly Target[] {
    return this.input.queue === 'redis'
      ? ['worker', 'postgresql', 'redis']
      : ['worker', 'api', 'postgresql'];
  }

  /** Where an API process answers now; it may be gone the next moment. */
  async url(): Promise<string> {
    return `http://127.0.0.1:${await this.apis.anyPort()}`;
  }

  /** URL of the owner, the same after PostgreSQL came back on another port. */
  get ownerUrl(): string {
    const url = new URL(String(this.postgres?.ownerUrl));
    url.port = String(this.doorPort);
    return url.toString();
  }

  /** Once every process that was started again is at work. */
  async atWork(): Promise<void> {
    await Promise.all([this.apis.allReady(), this.workers.allReady()]);
  }

  /** kill -9 of one that is at work; a supervisor starts it again. Redis comes back empty. */
  async kill(target: Target): Promise<void> {
    if (target === 'worker') return this.workers.killOne();
    if (target === 'api') return this.apis.killOne();
    if (target === 'redis') {
      await this.redis?.stop();
      return this.startRedis();
    }
    process.kill(serverPid(this.directory), 'SIGKILL');
    await this.postgres?.stop();
    await this.startPostgres();
  }

  async stop(): Promise<void> {
    await Promise.all([this.apis.stop(), this.workers.stop()]);
    this.door?.close();
    for (const socket of this.open) socket.destroy();
    await this.redis?.stop();
    await this.postgres?.stop();
  }

  private async startPostgres(): Promise<void> {
    this.postgres = await startEmbeddedPostgres({ directory: this.directory, durable: true });
  }

  private async startRedis(): Promise<void> {
    this.redisPort ||= await freePort();
    this.redis = await startOwnRedis(this.redisPort);
  }

  private environment(): NodeJS.ProcessEnv {
    const { client, now } = this.input;
    return {
      OWNER_URL: this.ownerUrl,
      NOW: now,
      CLIENT: client.id,
      SECRET: client.secret,
      ORGANISATION: client.organisation,
      ...(this.redis ? { QUEUE_URL: this.redis.url } : {}),
    };
  }

  /** A port that stays, in front of a PostgreSQL that comes back on another one. */
  private async openDoor(): Promise<void> {
    const door = createServer((inside) => {
      const outside = connect(this.postgres?.port ?? 0, '127.0.0.1');
      for (const socket of [inside, outside]) this.keep(socket);
      inside.pipe(outside).pipe(inside);
      inside.on('close', () => outside.destroy());
      outside.on('close', () => inside.destroy());
    }).listen(0, '127.0.0.1');
    await once(door, 'listening');
    const address = door.address();
    this.doorPort = typeof address === 'object' && address !== null ? address.port : 0;
    this.door = door;
  }

  private keep(socket: Socket): void {
    this.open.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => this.open.delete(socket));
  }
}
