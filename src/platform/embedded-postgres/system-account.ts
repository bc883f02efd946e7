import { spawnSync } from 'node:child_process';
import { chownSync, readFileSync, statSync } from 'node:fs';

/** Numbers of a system account, as `spawn` takes them. */
export interface SystemAccount {
  readonly uid: number;
  readonly gid: number;
}

/** Tells whether this process runs as root, as whom PostgreSQL refuses to run. */
export function runsAsRoot(): boolean {
  return process.getuid?.() === 0;
}

/**
 * Account PostgreSQL runs as: undefined (our own) unless we are root; then the owner of an existing
 * data directory, else `postgres` when the machine has one, else `nobody`. No account is created.
 */
export function accountFor(dataDirectory: string): SystemAccount | undefined {
  if (!runsAsRoot()) return undefined;
  const owner = ownerOf(dataDirectory);
  if (owner && owner.uid !== 0) return owner;
  return namedAccount('postgres') ?? namedAccount('nobody') ?? { uid: 65534, gid: 65534 };
}

/** Gives a file to the account PostgreSQL runs as; nothing to do when we are not root. */
export function giveTo(account: SystemAccount | undefined, file: string): void {
  if (account) chownSync(file, account.uid, account.gid);
}

/** Tells whether `account` may walk into `folder` (a parent under /root stops it, for instance). */
export function canEnter(account: SystemAccount, folder: string): boolean {
  const check = ['-c', 'test -x "$1"', 'sh', folder];
  return spawnSync('/bin/sh', check, { ...account, cwd: '/' }).status === 0;
}

function ownerOf(folder: string): SystemAccount | undefined {
  try {
    const { uid, gid } = statSync(folder);
    return { uid, gid };
  } catch {
    return undefined;
  }
}

function namedAccount(name: string): SystemAccount | undefined {
  const line = accountLines().find((candidate) => candidate.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(':').map(Number) ?? [];
  return uid === undefined || gid === undefined ? undefined : { uid, gid };
}

function accountLines(): readonly string[] {
  try {
    return readFileSync('/etc/passwd', 'utf8').split('\n');
  } catch {
    return [];
  }
}
