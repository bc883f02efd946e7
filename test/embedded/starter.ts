import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import path from 'node:path';
import { projectRoot } from '../../src/platform/config/index.js';

/** A process of its own that started the embedded database, or joined it, and stays. */
export interface Starter {
  readonly process: ChildProcess;
  readonly ownerUrl: string;
  readonly port: number;
  readonly attached: boolean;
  readonly directory: string;
}

const started: ChildProcess[] = [];

/** Runs the compiled launcher in another process and waits until the database answers. */
export function startElsewhere(directory: string, durable = false): Promise<Starter> {
  const launcher = path.join(projectRoot(), 'dist/platform/embedded-postgres/index.js');
  const program = `
    const { startEmbeddedPostgres } = await import(${JSON.stringify(launcher)});
    const database = await startEmbeddedPostgres(${JSON.stringify({ directory, durable })});
    process.stdout.write(JSON.stringify(database) + '\\n');
    setInterval(() => undefined, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    cwd: projectRoot(),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  started.push(child);
  return new Promise((resolve, reject) => {
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString('utf8');
      if (said.includes('\n')) resolve({ process: child, ...JSON.parse(said) });
    });
    child.on('exit', () => reject(new Error(`the starter ended: ${said}`)));
  });
}

/** Kills a starter like a power switch, and waits until it is gone. */
export async function killStarter({ process: child }: Starter): Promise<void> {
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await gone;
}

/** Kills the starters a test left behind; their guards stop the database. */
export function killAllStarters(): void {
  for (const child of started.splice(0)) child.kill('SIGKILL');
}
