import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const ROOT = process.cwd();
const PATIENCE_MS = 180_000;
const STEP_MS = 100;

/** `npm start` as a process of its own. */
export interface StartedService {
  readonly process: ChildProcess;
  readonly url: string;
  /** What it printed so far. */
  printed(): string;
  /** Sends a signal and waits for the end: its exit code, or null when the signal ended it. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

/** Starts `node dist/main.js` on a data folder of its own and waits until it says where it answers. */
export async function startService(
  directory: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<StartedService> {
  const child = runMain({ PORT: '0', PASSERELLE_DATA_DIR: directory, ...environment });
  let printed = '';
  child.stdout?.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  for (let waited = 0; waited < PATIENCE_MS; waited += STEP_MS) {
    const url = announcedBy(child, directory);
    if (url) {
      const end = (signal: NodeJS.Signals): Promise<number | null> => {
        child.kill(signal);
        return ended;
      };
      return { process: child, url, printed: () => printed, end };
    }
    if (child.exitCode !== null) break;
    await pause(STEP_MS);
  }
  child.kill('SIGKILL');
  throw new Error(`the service did not start:\n${printed}`);
}

/** Runs `node dist/main.js` to its end: exit code and what it printed. */
export async function runToEnd(
  environment: Readonly<Record<string, string>>,
): Promise<{ code: number | null; printed: string }> {
  const child = runMain(environment);
  let printed = '';
  child.stdout?.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, printed };
}

function runMain(environment: Readonly<Record<string, string>>): ChildProcess {
  const { PATH = '', HOME = '' } = process.env;
  return spawn(process.execPath, [path.join(ROOT, 'dist', 'main.js')], {
    cwd: ROOT,
    env: { PATH, HOME, LOG_LEVEL: 'warn', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** A file a killed process left behind names another process. */
function announcedBy(child: ChildProcess, directory: string): string | undefined {
  const file = path.join(directory, 'service.json');
  if (!existsSync(file)) return undefined;
  const { url, pid }: { url: string; pid: number } = JSON.parse(readFileSync(file, 'utf8'));
  return pid === child.pid ? url : undefined;
}
