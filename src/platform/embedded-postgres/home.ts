import { createHash, randomBytes } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  constants,
  linkSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import { accountFor, canEnter, runsAsRoot } from './system-account.js';

/** Where root keeps what an ordinary account must reach although the project's folder is closed. */
export const ROOT_HOME = '/var/lib/passerelle';

/**
 * Folder the database really lives in, created if needed, without symbolic links: the one asked
 * for, or, when we are root and PostgreSQL's account cannot enter it (a project under /root), a
 * folder of this clone under /var/lib/passerelle.
 */
export function settleHome(requested: string): string {
  mkdirSync(requested, { recursive: true });
  const home = realpathSync(requested);
  const account = accountFor(dataDirectoryOf(home));
  if (!account) {
    accessSync(home, constants.R_OK | constants.W_OK | constants.X_OK);
    return home;
  }
  chmodSync(home, 0o711);
  if (canEnter(account, home)) return home;
  const elsewhere = path.join(ROOT_HOME, cloneMark(home));
  openFolder(ROOT_HOME);
  openFolder(elsewhere);
  return elsewhere;
}

/** Folder of the cluster in a home: made beside and renamed, so it is complete or absent. */
export function clusterOf(home: string): string {
  return path.join(home, 'postgresql');
}

/** PostgreSQL's data directory in a home. */
export function dataDirectoryOf(home: string): string {
  return path.join(clusterOf(home), 'data');
}

/** Creates a folder every account may walk through, whatever the umask. Root only. */
export function openFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    if (runsAsRoot()) chmodSync(folder, 0o711);
  } catch {
    throw new EmbeddedPostgresError(
      `Impossible de créer ${folder} pour la base de données : lancez Passerelle avec un compte ordinaire, ou indiquez un serveur dans DATABASE_URL.`,
    );
  }
}

/**
 * Twelve characters of this clone: its place and a random mark kept in it, so that neither a copy
 * of the clone nor a new clone at the same place meets the other's data.
 */
function cloneMark(home: string): string {
  const file = path.join(home, 'clone');
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  writeFileSync(draft, randomBytes(16).toString('hex'), { mode: 0o600 });
  try {
    linkSync(draft, file);
  } catch {
    // Another start, earlier or at the same time, has already left the mark.
  } finally {
    rmSync(draft, { force: true });
  }
  const mark = readFileSync(file, 'utf8');
  return createHash('sha256').update(`${home}\n${mark}`).digest('hex').slice(0, 12);
}
