import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import { clusterOf, dataDirectoryOf } from './home.js';
import { postmasterOf } from './postmaster.js';
import { accountFor, giveTo, type SystemAccount } from './system-account.js';

/** Whether a home may receive the cluster of a backup. */
export type RestorePlace = 'free' | 'taken' | 'running';

/** A cluster that runs is never touched; one that does not is only ever put aside. */
export function restorePlaceOf(home: string): RestorePlace {
  const { state } = postmasterOf(dataDirectoryOf(home));
  if (state === 'ready' || state === 'busy') return 'running';
  return existsSync(clusterOf(home)) ? 'taken' : 'free';
}

/**
 * Puts the cluster of a backup in its place: unpacked aside, then renamed, so that a restore cut
 * short leaves what was there. PostgreSQL makes it whole at its next start.
 *
 * @param aside where to put the cluster that is there, if any
 */
export function restoreCluster(home: string, folder: string, aside: string): void {
  const draft = path.join(home, `restauration.draft-${randomBytes(6).toString('hex')}`);
  try {
    fillDraft(draft, folder, accountFor(dataDirectoryOf(home)));
    if (existsSync(clusterOf(home))) renameSync(clusterOf(home), aside);
    renameSync(draft, clusterOf(home));
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

function fillDraft(draft: string, folder: string, account: SystemAccount | undefined): void {
  const [data, passwordFile] = [path.join(draft, 'data'), path.join(draft, 'password')];
  mkdirSync(data, { recursive: true, mode: 0o700 });
  chmodSync(draft, 0o711);
  giveTo(account, data);
  unpack(path.join(folder, 'base.tar'), data, account);
  writeFileSync(passwordFile, readFileSync(path.join(folder, 'password')), { mode: 0o600 });
  giveTo(account, passwordFile);
}

/** The account that PostgreSQL runs as owns what it unpacks; it cannot open the archive itself. */
function unpack(archive: string, data: string, account: SystemAccount | undefined): void {
  const input = openSync(archive, 'r');
  try {
    const { status, error, stderr } = spawnSync('tar', ['-x', '-f', '-', '-C', data], {
      ...account,
      cwd: '/',
      stdio: [input, 'ignore', 'pipe'],
      encoding: 'utf8',
    });
    if (status === 0) return;
    const cause = error ? 'la commande « tar » manque sur cette machine' : stderr.trim();
    throw new EmbeddedPostgresError(`La sauvegarde ne s’ouvre pas : ${cause}`);
  } finally {
    closeSync(input);
  }
}
