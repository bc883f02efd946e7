import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
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
    private readonly database: TestDatabase,
    private readonly name: string,
    reader: Interface,
  ) {
    this.lines = reader[Symbol.asyncIterator]();
  }

  static async start(
    database: TestDatabase,
    now: string,
    redisUrl?: string,
  ): Promise<FailpointWorker> {
    const script = resolve('test/chaos/support/failpoint-process.mjs');
    const name = `failpoints-${randomUUID()}`;
    const env = {
      ...process.env,
      PGAPPNAME: name,
      OWNER_URL: database.ownerUrl,
      APP_URL: database.appUrl,
      NOW: now,
      ...(redisUrl ? { QUEUE_URL: redisUrl } : {}),
    };
    const child = spawn(process.execPath, [script], { env, stdio: ['pipe', 'pipe', 'inherit'] });
    const reader = createInterface({ input: child.stdout });
    const worker = new FailpointWorker(child, database, name, reader);
    const { done } = await worker.lines.next();
    if (done) throw new Error('the process did not come to work');
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
    await this.untilForgotten();
    return 'SIGKILL';
  }

  /** PostgreSQL learns a moment later that the process is gone: what it held is not free before. */
  private async untilForgotten(): Promise<void> {
    const sql = 'select 1 from pg_stat_activity where application_name = $1';
    while ((await this.database.owner.query(sql, [this.name])).rows.length > 0) await pause(20);
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const gone = once(this.child, 'exit');
    this.child.stdin.end();
    await gone;
  }
}
