import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { TestDatabase } from '../../support/test-database.js';

/** What happened at a try. */
export interface Tried {
  readonly calls: number;
  /** Name of the error that ended it. */
  readonly failed: string | null;
}

/** A process that processes files call by call, and fails where it is told (failpoint-process.mjs). */
export class FailpointWorker {
  private readonly lines: AsyncIterator<string>;

  private constructor(
    private readonly child: ChildProcessByStdio<Writable, Readable, null>,
    reader: Interface,
  ) {
    this.lines = reader[Symbol.asyncIterator]();
  }

  static async start(database: TestDatabase, now: string): Promise<FailpointWorker> {
    const script = resolve('test/chaos/support/failpoint-process.mjs');
    const env = {
      ...process.env,
      OWNER_URL: database.ownerUrl,
      APP_URL: database.appUrl,
      NOW: now,
    };
    const child = spawn(process.execPath, [script], { env, stdio: ['pipe', 'pipe', 'inherit'] });
    const worker = new FailpointWorker(child, createInterface({ input: child.stdout }));
    await worker.lines.next();
    return worker;
  }

  /** Does all there is to do, failing at call `at`. */
  async work(mode: 'none' | 'throw', at = 0): Promise<Tried> {
    this.child.stdin.write(`${JSON.stringify({ mode, at })}\n`);
    const { value, done } = await this.lines.next();
    if (done) throw new Error('the process ended');
    return JSON.parse(value) as Tried;
  }

  /** The same, dying there. @returns the signal it died of, or what happened when it did not */
  async dieAt(at: number): Promise<'SIGKILL' | Tried> {
    this.child.stdin.write(`${JSON.stringify({ mode: 'kill', at })}\n`);
    const { value, done } = await this.lines.next();
    if (!done) return JSON.parse(value) as Tried;
    return 'SIGKILL';
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const gone = once(this.child, 'exit');
    this.child.stdin.end();
    await gone;
  }
}
