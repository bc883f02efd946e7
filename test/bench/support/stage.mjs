import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { newDatabase, startServer } from './database.mjs';
import { say } from './say.mjs';
import { startProcess } from './processes.mjs';
import { startRedis } from './redis.mjs';

/** What one bench uses, and gives back at its end, whatever happened. */
export class Stage {
  #undo = [];
  #server;

  /**
   * @param {string} name of the bench
   * @param {number} rows its size
   */
  constructor(name, rows) {
    this.name = name;
    this.rows = rows;
  }

  /** Has `undo` called at the end of the bench, the last one first. */
  atEnd(undo) {
    this.#undo.push(undo);
  }

  /** A folder that goes with the bench. */
  folder() {
    const folder = mkdtempSync(path.join(tmpdir(), 'passerelle-bench-'));
    this.atEnd(() => rmSync(folder, { recursive: true, force: true }));
    return folder;
  }

  /**
   * A migrated, empty database on a durable server of the bench's own (or on TEST_DATABASE_URL):
   * `{ ownerUrl, appUrl, owner }`, `owner` being an open connection that sees everything.
   */
  async database() {
    this.#server ??= await startServer(this);
    return newDatabase(this, this.#server);
  }

  /** A Redis as production has it, or undefined when there is no `redis-server`. */
  redis() {
    return startRedis(this);
  }

  /** `dist/api.js` on a database: `{ url, pid, peakMegabytes(), stop() }`. */
  api(database, environment = {}) {
    return startProcess(this, 'api', database, environment);
  }

  /** `dist/worker.js` on a database: `{ pid, peakMegabytes(), stop() }`. */
  worker(database, environment = {}) {
    return startProcess(this, 'worker', database, environment);
  }

  /** Prints one result: a JSON line, `bench` and `rows` first. */
  result(figures) {
    process.stdout.write(`${JSON.stringify({ bench: this.name, rows: this.rows, ...figures })}\n`);
  }

  say(text) {
    say(`  ${text}`);
  }

  /** Ends what the bench started. */
  async clear() {
    for (const undo of this.#undo.splice(0).toReversed()) await undo();
  }
}
