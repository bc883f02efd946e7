import path from 'node:path';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import { freePort } from './free-port.js';
import type { GuardOnDuty } from './guard-process.js';
import { postGuard } from './guard-process.js';
import { dataDirectoryOf } from './home.js';
import { postmasterOf } from './postmaster.js';
import { serverArguments } from './server-arguments.js';
import { isPassingFailure, logFileOf, logSince, logSize } from './server-log.js';
import type { SystemAccount } from './system-account.js';

/** The server of a home, and what it takes to start it. */
export interface Server {
  readonly root: string;
  readonly home: string;
  readonly binaries: string;
  readonly account: SystemAccount | undefined;
  readonly durable: boolean;
  readonly flags: readonly string[];
}

/** A server that runs, under this process's guard. */
export interface JoinedServer {
  readonly guard: GuardOnDuty;
  readonly port: number;
  readonly attached: boolean;
}

/**
 * Joins the server, or starts it when it does not run. Undefined when it is starting or stopping,
 * or when another process was faster: try again in a moment.
 */
export async function joinServer(server: Server): Promise<JoinedServer | undefined> {
  const found = postmasterOf(dataDirectoryOf(server.home));
  if (found.state === 'busy') return undefined;
  if (found.state === 'ready') {
    const guard = await postGuard(server.root, {
      home: server.home,
      account: server.account,
    });
    return guard && { guard, port: found.port, attached: true };
  }
  const port = await freePort();
  const guard = await start(server, port, found.state === 'stale' ? found.pid : undefined);
  return guard && { guard, port, attached: false };
}

async function start(
  server: Server,
  port: number,
  stalePid: number | undefined,
): Promise<GuardOnDuty | undefined> {
  const logFile = logFileOf(server.home);
  const logged = logSize(logFile);
  const guard = await postGuard(server.root, {
    home: server.home,
    account: server.account,
    start: {
      program: path.join(server.binaries, 'bin', 'postgres'),
      args: serverArguments({ ...server, port, dataDirectory: dataDirectoryOf(server.home) }),
      logFile,
      ...(stalePid !== undefined && { stalePid }),
    },
  });
  if (guard) return guard;
  const log = logSince(logFile, logged);
  if (isPassingFailure(log)) return undefined;
  throw new EmbeddedPostgresError(
    `La base de données n’a pas démarré (journal : ${logFile}) :\n${log.trim().slice(-800)}`,
  );
}
