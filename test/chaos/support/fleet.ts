import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { freePort } from '../../queue/support/redis-server.js';

/** One process of a role, on a port of its own. */
interface Member {
  readonly child: ChildProcess;
  readonly port: number;
  isReady: boolean;
}

/** Processes of one role under a supervisor: one that ends, for whatever reason, is started again. */
export class Fleet {
  private members: Member[] = [];
  private isStopped = false;
  private count = 0;
  private fallen = 0;
  private waiting: ((member: Member) => void)[] = [];

  constructor(
    private readonly role: 'api' | 'worker',
    private readonly environment: () => NodeJS.ProcessEnv,
  ) {}

  /** How many that were at work ended by themselves: losing a server is no reason to. */
  get crashes(): number {
    return this.fallen;
  }

  /** Starts that many, and waits until all are at work. */
  async start(count: number): Promise<void> {
    this.count = count;
    for (let index = 0; index < count; index += 1) this.add(await freePort());
    await this.allReady();
  }

  /** Waits until all are at work. */
  async allReady(): Promise<void> {
    while (this.members.filter(({ isReady }) => isReady).length < this.count) {
      await new Promise<Member>((resolveReady) => this.waiting.push(resolveReady));
    }
  }

  /** Where one that is at work answers, once there is one. */
  async anyPort(): Promise<number> {
    return (await this.ready()).port;
  }

  /** kill -9 of one that is at work, once there is one. */
  async killOne(): Promise<void> {
    const victim = await this.ready();
    victim.isReady = false;
    const gone = once(victim.child, 'exit');
    victim.child.kill('SIGKILL');
    await gone;
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    await Promise.all(
      this.members.map(async ({ child }) => {
        const gone = once(child, 'exit');
        child.kill('SIGKILL');
        await gone;
      }),
    );
  }

  private ready(): Promise<Member> {
    const found = this.members.find(({ isReady }) => isReady);
    if (found) return Promise.resolve(found);
    return new Promise((resolveReady) => this.waiting.push(resolveReady));
  }

  private add(port: number): void {
    const child = launched(this.role, { ...this.environment(), PORT: String(port) });
    const member: Member = { child, port, isReady: false };
    this.members.push(member);
    child.stdout?.once('data', () => {
      member.isReady = true;
      for (const tell of this.waiting.splice(0)) tell(member);
    });
    child.once('exit', () => {
      if (member.isReady && !this.isStopped) this.fallen += 1;
      member.isReady = false;
      this.members = this.members.filter((one) => one !== member);
      if (!this.isStopped) this.add(port);
    });
  }
}

/** Starts a process of the service (service-process.mjs). */
function launched(role: string, environment: NodeJS.ProcessEnv): ChildProcess {
  const script = resolve('test/chaos/support/service-process.mjs');
  const env = { ...process.env, ...environment, ROLE: role };
  return spawn(process.execPath, [script], { env, stdio: ['ignore', 'pipe', 'inherit'] });
}

/** A process that ends by itself, once it has. */
export async function ended(role: string, environment: NodeJS.ProcessEnv): Promise<void> {
  const [code] = (await once(launched(role, environment), 'exit')) as [number | null];
  if (code !== 0) throw new Error(`${role} ended with ${code}`);
}
