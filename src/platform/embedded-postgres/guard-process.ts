import type { ChildProcessByStdio } from 'node:child_process';
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { Socket } from 'node:net';
import path from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { serverEnvironment } from './cluster.js';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import type { GuardRequest } from './guard-request.js';

type Guard = ChildProcessByStdio<Writable, Readable, null>;

/** A guard on duty; `dismiss` ends it, and the server with it when no other process uses it. */
export interface GuardOnDuty {
  dismiss(): Promise<void>;
}

/**
 * Starts a guard and waits for the server: undefined when the server did not start. The guard is
 * detached, so that Ctrl-C reaches the application first and the database after it, and does not
 * keep the current process alive.
 */
export async function postGuard(
  root: string,
  request: GuardRequest,
): Promise<GuardOnDuty | undefined> {
  const guard = spawn(process.execPath, [guardProgram(root), JSON.stringify(request)], {
    cwd: '/',
    detached: true,
    env: serverEnvironment(),
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  // A guard somebody killed: nothing to tell it any more.
  guard.stdin.on('error', () => undefined);
  const isReady = await isServerReady(guard);
  guard.stdout.destroy();
  if (!isReady) return undefined;
  guard.unref();
  if (guard.stdin instanceof Socket) guard.stdin.unref();
  let ended: Promise<void> | undefined;
  return { dismiss: () => (ended ??= dismiss(guard)) };
}

function guardProgram(root: string): string {
  const program = path.join(root, 'dist', 'platform', 'embedded-postgres', 'guard.js');
  if (existsSync(program)) return program;
  throw new EmbeddedPostgresError(
    'Passerelle n’est pas construite : lancez « npm run build », puis recommencez.',
  );
}

function isServerReady(guard: Guard): Promise<boolean> {
  return new Promise((resolve) => {
    let said = '';
    guard.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString('utf8');
      if (said.includes('\n')) resolve(said.startsWith('ready'));
    });
    guard.on('error', () => resolve(false));
    guard.on('exit', () => resolve(false));
  });
}

async function dismiss(guard: Guard): Promise<void> {
  if (guard.exitCode !== null || guard.signalCode !== null) return;
  const gone = new Promise((resolve) => guard.once('exit', resolve));
  guard.ref();
  guard.stdin.end();
  await gone;
}
