import { spawn } from 'node:child_process';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { startEmbeddedPostgres } from '../../src/platform/embedded-postgres/index.js';
import { processIdentity } from '../../src/platform/embedded-postgres/process-identity.js';
import { killAllStarters, killStarter, startElsewhere } from './starter.js';
import type { Starter } from './starter.js';
import {
  emptyFolder,
  eventually,
  guardPids,
  pidFile,
  query,
  removeFolders,
  serverPid,
} from './workspace.js';

describe('after a kill -9', () => {
  afterEach(async () => {
    killAllStarters();
    await removeFolders();
  });

  it('of its process, the server stops by itself', async () => {
    const directory = emptyFolder();
    const starter = await startElsewhere(directory);
    await killStarter(starter);
    await eventually(() => !existsSync(pidFile(directory)));
    expect(readFileSync(`${directory}/postgresql.log`, 'utf8')).toContain('received fast shutdown');
  });

  it('of everything at once, the next start finds the data at once', async () => {
    const directory = emptyFolder();
    const starter = await startElsewhere(directory, true);
    await query(starter.ownerUrl, 'create table kept as select 42 as answer');
    killEverything(directory, starter);
    await expectData(directory);
  });

  it('of its process and guard, the next start joins the server left alone and ends it', async () => {
    const directory = emptyFolder();
    const starter = await startElsewhere(directory);
    const pid = serverPid(directory);
    for (const guard of guardPids(directory)) process.kill(guard, 'SIGKILL');
    await killStarter(starter);
    const next = await startEmbeddedPostgres({ directory, durable: false });
    expect(next).toMatchObject({ attached: true, port: starter.port });
    await next.stop();
    expect(processIdentity(pid)).toBeUndefined();
  });

  it.each([
    ['another program', ['-c', 'echo $$; exec sleep 60']],
    ['a zombie', ['-c', 'sleep 0.1 & echo $!; exec sleep 60']],
  ])('a process number that %s bears now stops no start', async (_who, script) => {
    const directory = emptyFolder();
    const starter = await startElsewhere(directory, true);
    await query(starter.ownerUrl, 'create table kept as select 42 as answer');
    killEverything(directory, starter);
    const bearer = await runAsOwnerOf(`${directory}/postgresql/data`, script);
    try {
      await recordPid(directory, bearer.pid);
      await expectData(directory);
    } finally {
      bearer.stop();
    }
  });
});

function killEverything(directory: string, starter: Starter): void {
  const pids = [...guardPids(directory), serverPid(directory)];
  starter.process.kill('SIGKILL');
  for (const pid of pids) process.kill(pid, 'SIGKILL');
}

async function expectData(directory: string): Promise<void> {
  const next = await startEmbeddedPostgres({ directory, durable: false });
  try {
    expect(next.attached).toBe(false);
    expect(await query(next.ownerUrl, 'select answer from kept')).toEqual([{ answer: 42 }]);
  } finally {
    await next.stop();
  }
}

/** Runs a shell script that first prints a process number, as the account of the data. */
async function runAsOwnerOf(
  folder: string,
  script: readonly string[],
): Promise<{ pid: number; stop: () => void }> {
  const { uid, gid } = statSync(folder);
  const account = process.getuid?.() === 0 ? { uid, gid } : {};
  const shell = spawn('/bin/sh', script, {
    ...account,
    cwd: '/',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const pid = await new Promise<number>((resolve) => {
    shell.stdout.once('data', (chunk: Buffer) => resolve(Number(chunk.toString())));
  });
  return { pid, stop: () => shell.kill('SIGKILL') };
}

/** Puts a process number where the killed server noted its own, once the server is really gone. */
async function recordPid(directory: string, pid: number): Promise<void> {
  await eventually(() => processIdentity(serverPid(directory)) === undefined);
  const [, ...others] = readFileSync(pidFile(directory), 'utf8').split('\n');
  writeFileSync(pidFile(directory), [pid, ...others].join('\n'));
}
