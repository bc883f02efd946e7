import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { openSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { GuardAnswer, GuardRequest } from './guard-request.js';
import { enterRegister, isLastGuard, leaveRegister } from './guard-register.js';
import { dataDirectoryOf } from './home.js';
import { postmasterOf } from './postmaster.js';
import { giveTo } from './system-account.js';

/*
 * Program of its own (see guard-process.ts): it sits between a process of Passerelle and the
 * embedded PostgreSQL. Its standard input closes when that process ends in any way, kill -9
 * included; the last guard to see that stops the server. It restarts nothing.
 */

const POLL_MS = 20;
const STOP_PATIENCE_MS = 15_000;

async function guard(request: GuardRequest): Promise<void> {
  enterRegister(request.home, request.account);
  const server = request.start && startServer(request.start, request.account);
  const parentIsGone = new Promise<'parent-gone'>((resolve) => {
    for (const event of ['end', 'close', 'error']) {
      process.stdin.on(event, () => resolve('parent-gone'));
    }
    process.stdin.resume();
  });
  const serverIsGone = server ? exitOf(server) : new Promise<never>(() => undefined);
  const first = await Promise.race([parentIsGone, serverIsGone, readiness(request.home, server)]);
  if (first === 'ready') answer('ready');
  if (first === 'server-gone') answer('failed');
  if (first === 'ready') await Promise.race([parentIsGone, serverIsGone]);
  leaveRegister(request.home);
  if (isLastGuard(request.home)) await stopServer(request.home, server);
}

function startServer(
  start: NonNullable<GuardRequest['start']>,
  account: GuardRequest['account'],
): ChildProcess {
  const log = openSync(start.logFile, 'a', 0o600);
  giveTo(account, start.logFile);
  // PostgreSQL takes a living process with the recorded number for its own postmaster, and would
  // refuse to start for ever when that number has been recycled or is a zombie's. The number given
  // in this variable is not believed; its check of the shared memory still protects the data.
  const stale = start.stalePid === undefined ? {} : { PG_GRANDPARENT_PID: String(start.stalePid) };
  return spawn(start.program, [...start.args], {
    ...account,
    cwd: '/',
    env: { ...process.env, ...stale },
    stdio: ['ignore', log, log],
  });
}

function exitOf(server: ChildProcess): Promise<'server-gone'> {
  return new Promise((resolve) => {
    server.on('exit', () => resolve('server-gone'));
    server.on('error', () => resolve('server-gone'));
  });
}

async function readiness(home: string, server: ChildProcess | undefined): Promise<'ready'> {
  while (server) {
    const found = postmasterOf(dataDirectoryOf(home));
    if (found.state === 'ready' && found.pid === server.pid) break;
    await pause(POLL_MS);
  }
  return 'ready';
}

async function stopServer(home: string, server: ChildProcess | undefined): Promise<void> {
  server?.kill('SIGINT'); // in case it has not written its pid file yet
  let signal: NodeJS.Signals = 'SIGINT';
  for (let waited = 0; waited < 2 * STOP_PATIENCE_MS; waited += POLL_MS) {
    const found = postmasterOf(dataDirectoryOf(home));
    if (found.state !== 'ready' && found.state !== 'busy') return;
    if (waited === 0 || signal === 'SIGQUIT') process.kill(found.pid, signal);
    if (waited >= STOP_PATIENCE_MS) signal = 'SIGQUIT';
    await pause(POLL_MS);
  }
}

function answer(line: GuardAnswer): void {
  process.stdout.write(`${line}\n`);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => undefined);
process.stdout.on('error', () => undefined);
const request: GuardRequest = JSON.parse(process.argv[2] ?? '{}');
void guard(request).finally(() => process.exit());
