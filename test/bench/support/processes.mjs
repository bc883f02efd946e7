import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort } from './free-port.mjs';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');
const PATIENCE_MS = 60_000;
const SAMPLE_MS = 100;
const MEGABYTE = 1024 ** 2;

/** The key of every process of this run: they read what another one sealed. */
const KEY = randomBytes(32).toString('base64');

/**
 * Starts `dist/api.js` or `dist/worker.js` on a database, as an operator would, and waits until it
 * works. `BENCH_NODE_OPTIONS` goes to Node, for a profile (`--cpu-prof`).
 */
export async function startProcess(stage, program, database, environment) {
  const port = await freePort();
  const child = spawn(
    process.execPath,
    [...nodeOptions(), '--enable-source-maps', path.join(ROOT, 'dist', `${program}.js`)],
    {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...processEnvironment(stage, database), PORT: String(port), ...environment },
    },
  );
  const memory = watchMemory(child.pid);
  const stop = stopper(child, memory);
  stage.atEnd(stop);
  await untilStarted(program, child);
  return { url: `http://127.0.0.1:${port}`, pid: child.pid, peakMegabytes: memory.peak, stop };
}

/** What every process of the service is started with. */
export function processEnvironment(stage, database) {
  return {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    DEMONSTRATION: '0',
    DATABASE_URL: database.ownerUrl,
    FIELD_ENCRYPTION_KEY: KEY,
    PASSERELLE_DATA_DIR: stage.folder(),
  };
}

function nodeOptions() {
  return (process.env.BENCH_NODE_OPTIONS ?? '').split(' ').filter((option) => option !== '');
}

/** Stops like an operator: what runs is ended first. */
function stopper(child, memory) {
  return async () => {
    memory.stop();
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGTERM');
    await gone;
  };
}

/** The log says when it has started; the rest of it is read and forgotten. */
async function untilStarted(program, child) {
  let said = '';
  let hasStarted = false;
  const listen = (chunk) => {
    if (hasStarted) return;
    said += chunk;
    hasStarted = said.includes('process.started');
  };
  child.stdout.on('data', listen);
  child.stderr.on('data', listen);
  for (let waited = 0; !hasStarted; waited += 20) {
    if (child.exitCode !== null || waited > PATIENCE_MS) {
      throw new Error(`${program} n’a pas démarré :\n${said.slice(-2000)}`);
    }
    await pause(20);
  }
}

/** Highest resident memory of a process, in megabytes; `undefined` where /proc is not there. */
function watchMemory(pid) {
  let peak;
  const status = `/proc/${pid}/status`;
  const look = () => {
    if (!existsSync(status)) return;
    try {
      const [, kilobytes] = /VmHWM:\s+(\d+) kB/.exec(readFileSync(status, 'utf8')) ?? [];
      if (kilobytes) peak = Math.round((Number(kilobytes) * 1024) / MEGABYTE);
    } catch {
      // It ended between the two.
    }
  };
  const timer = setInterval(look, SAMPLE_MS);
  return {
    peak: () => {
      look();
      return peak;
    },
    stop: () => clearInterval(timer),
  };
}
