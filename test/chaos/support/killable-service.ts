import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, connect, type Server, type Socket } from 'node:net';
import { resolve } from 'node:path';
import {
  startEmbeddedPostgres,
  type EmbeddedPostgres,
} from '../../../src/platform/embedded-postgres/index.js';
import { emptyFolder, serverPid } from '../../embedded/workspace.js';
import { freePort } from '../../queue/support/redis-server.js';

export const TARGETS = ['worker', 'api', 'postgresql'] as const;
export type Target = (typeof TARGETS)[number];

/** A client of the service, registered when it is prepared. */
export interface Client {
  readonly id: string;
  readonly secret: string;
  readonly organisation: string;
}

/** The service in processes of its own, on a durable PostgreSQL of its own, each of which may be killed. */
export class KillableService {
  private readonly processes = new Map<'worker' | 'api', ChildProcess>();
  private readonly open = new Set<Socket>();
  private postgres: EmbeddedPostgres | undefined;
  private door: Server | undefined;
  private doorPort = 0;
  private apiPort = 0;

  private constructor(
    private readonly directory: string,
    private readonly client: Client,
    private readonly now: string,
  ) {}

  static async start(client: Client, now: string): Promise<KillableService> {
    const service = new KillableService(emptyFolder(), client, now);
    service.apiPort = await freePort();
    await service.startPostgres();
    await service.openDoor();
    await once(service.spawn('prepare'), 'exit');
    await Promise.all([service.startProcess('api'), service.startProcess('worker')]);
    return service;
  }

  get url(): string {
    return `http://127.0.0.1:${this.apiPort}`;
  }

  /** URL of the owner, the same after PostgreSQL came back on another port. */
  get ownerUrl(): string {
    const url = new URL(String(this.postgres?.ownerUrl));
    url.port = String(this.doorPort);
    return url.toString();
  }

  /** kill -9. */
  async kill(target: Target): Promise<void> {
    if (target === 'postgresql') {
      process.kill(serverPid(this.directory), 'SIGKILL');
      return;
    }
    const victim = this.processes.get(target);
    if (!victim) throw new Error(`no ${target} to kill`);
    const gone = once(victim, 'exit');
    victim.kill('SIGKILL');
    await gone;
  }

  /** As a supervisor does. */
  async startAgain(target: Target): Promise<void> {
    if (target !== 'postgresql') return this.startProcess(target);
    await this.postgres?.stop();
    await this.startPostgres();
  }

  async stop(): Promise<void> {
    for (const target of this.processes.keys()) await this.kill(target);
    this.door?.close();
    for (const socket of this.open) socket.destroy();
    await this.postgres?.stop();
  }

  private async startPostgres(): Promise<void> {
    this.postgres = await startEmbeddedPostgres({ directory: this.directory, durable: true });
  }

  private async startProcess(role: 'worker' | 'api'): Promise<void> {
    const child = this.spawn(role);
    this.processes.set(role, child);
    if (child.stdout) await once(child.stdout, 'data');
  }

  private spawn(role: string): ChildProcess {
    const { id, secret, organisation } = this.client;
    const env = {
      ...process.env,
      ROLE: role,
      OWNER_URL: this.ownerUrl,
      NOW: this.now,
      PORT: String(this.apiPort),
      CLIENT: id,
      SECRET: secret,
      ORGANISATION: organisation,
    };
    const script = resolve('test/chaos/support/service-process.mjs');
    return spawn(process.execPath, [script], { env, stdio: ['ignore', 'pipe', 'inherit'] });
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
