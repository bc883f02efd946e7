import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';

const folders: string[] = [];

/** An empty folder of its own, removed by `removeFolders`. */
export function emptyFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'passerelle-embedded-'));
  folders.push(folder);
  return folder;
}

/** Registers a folder the launcher chose itself, to be removed as well. */
export function alsoRemove(folder: string): void {
  folders.push(folder);
}

/** Waits for every server of the test to be gone, then removes its folders. */
export async function removeFolders(): Promise<void> {
  for (const folder of folders.splice(0)) {
    await eventually(() => !existsSync(path.join(folder, 'postgresql/data/postmaster.pid')));
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs one statement on a connection of its own. */
export async function query(url: string, statement: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}

/** Process number of the server of a home. */
export function serverPid(home: string): number {
  return Number(readFileSync(pidFile(home), 'utf8').split('\n')[0]);
}

/** File in which PostgreSQL notes its process number. */
export function pidFile(home: string): string {
  return path.join(home, 'postgresql/data/postmaster.pid');
}

/** Process numbers of the guards of a home. */
export function guardPids(home: string): number[] {
  return readdirSync(path.join(home, 'guards')).map((name) => Number.parseInt(name, 10));
}

/** Waits until `isTrue`, or fails. */
export async function eventually(isTrue: () => boolean): Promise<void> {
  for (let waited = 0; !isTrue(); waited += 20) {
    if (waited > 20_000) throw new Error('it did not happen within 20 s');
    await pause(20);
  }
}
