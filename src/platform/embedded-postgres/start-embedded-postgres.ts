import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { projectRoot } from '../config/project-root.js';
import { runnableBinaries } from './binaries.js';
import { ensureCluster } from './cluster.js';
import { ensureDatabase } from './database.js';
import { EmbeddedPostgresError, explained } from './embedded-postgres-error.js';
import { dataDirectoryOf, settleHome } from './home.js';
import { joinServer } from './join-server.js';
import { logFileOf } from './server-log.js';
import { accountFor } from './system-account.js';

/** Where and how the embedded PostgreSQL runs. */
export interface EmbeddedPostgresOptions {
  /** Folder of the data, made if needed. */
  readonly directory: string;
  /** Database to create unless it exists; default `passerelle`. */
  readonly database?: string;
  /** False gives up surviving a power cut for speed: tests only. Default true. */
  readonly durable?: boolean;
  /** More arguments of the server, e.g. `['-c', 'max_connections=200']`. */
  readonly flags?: readonly string[];
}

/** A running embedded PostgreSQL, as this process uses it. */
export interface EmbeddedPostgres {
  /** Address of the database for its owner, a superuser: it holds the password. */
  readonly ownerUrl: string;
  /** Port on 127.0.0.1. */
  readonly port: number;
  /** True when another process had started the server. */
  readonly attached: boolean;
  /** Folder the data is really in: not always the one asked for when root runs us (home.ts). */
  readonly directory: string;
  /** Leaves the server, and stops it when no other process uses it. Can be called twice. */
  stop(): Promise<void>;
}

const PAUSE_MS = 250;
const PATIENCE_MS = 60_000;

/**
 * Starts the PostgreSQL of the installed `@embedded-postgres/<platform>` package on `directory`,
 * or joins the one another process runs there. It listens on 127.0.0.1 only, on a free port, with
 * a random password; it stops when the last process using it ends in any way, `kill -9` included.
 * Throws `EmbeddedPostgresError` (French message) when that cannot be.
 */
export async function startEmbeddedPostgres(
  options: EmbeddedPostgresOptions,
): Promise<EmbeddedPostgres> {
  try {
    return await startOrJoin(options);
  } catch (error) {
    throw explained(error);
  }
}

async function startOrJoin(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { database = 'passerelle', durable = true, flags = [] } = options;
  const root = projectRoot();
  const home = settleHome(path.resolve(options.directory));
  const account = accountFor(dataDirectoryOf(home));
  const binaries = runnableBinaries(root, home, account);
  const password = ensureCluster({ home, binaries, account, durable });
  const server = { root, home, binaries, account, durable, flags };
  for (let waited = 0; waited < PATIENCE_MS; waited += PAUSE_MS) {
    const joined = await joinServer(server);
    if (joined) {
      const { guard, port, attached } = joined;
      const url = `postgres://postgres:${password}@127.0.0.1:${port}`;
      if (await ensureDatabase(`${url}/postgres`, database)) {
        const ownerUrl = `${url}/${encodeURIComponent(database)}`;
        return { ownerUrl, port, attached, directory: home, stop: () => guard.dismiss() };
      }
      await guard.dismiss();
    }
    await pause(PAUSE_MS);
  }
  throw new EmbeddedPostgresError(
    `La base de données de ${home} ne répond pas : voyez ${logFileOf(home)}.`,
  );
}
