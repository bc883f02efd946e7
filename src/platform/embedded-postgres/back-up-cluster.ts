import { randomBytes } from 'node:crypto';
import { chmodSync, copyFileSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { Client, escapeLiteral } from 'pg';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import { clusterOf, dataDirectoryOf } from './home.js';
import { accountFor, giveTo } from './system-account.js';

/** Files of a backup that PostgreSQL writes, and the password of the cluster's owner. */
export const CLUSTER_FILES = ['base.tar', 'password'] as const;

/**
 * Backs up a running cluster into an existing folder, while it works: PostgreSQL writes its data and
 * the journal that makes them whole (stack.md 6). The server writes under its own account, which may
 * not enter `folder`: into a folder beside the cluster first.
 */
export async function backUpCluster(home: string, ownerUrl: string, folder: string): Promise<void> {
  const draft = path.join(
    home,
    `sauvegarde.draft-${process.pid}-${randomBytes(6).toString('hex')}`,
  );
  try {
    mkdirSync(draft, { mode: 0o700 });
    giveTo(accountFor(dataDirectoryOf(home)), draft);
    await writeBase(ownerUrl, path.join(draft, 'base'));
    copyPrivately(path.join(draft, 'base', 'base.tar'), path.join(folder, 'base.tar'));
    copyPrivately(path.join(clusterOf(home), 'password'), path.join(folder, 'password'));
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

async function writeBase(ownerUrl: string, folder: string): Promise<void> {
  const url = new URL(ownerUrl);
  url.searchParams.set('replication', 'database');
  const client = new Client({ connectionString: url.toString() });
  await client.connect();
  try {
    await client.query(
      `BASE_BACKUP (LABEL 'passerelle', CHECKPOINT 'fast', WAL true, TARGET 'server',
        TARGET_DETAIL ${escapeLiteral(folder)})`,
    );
  } catch (error) {
    const cause = error instanceof Error ? error.message : 'cause inconnue';
    throw new EmbeddedPostgresError(`La sauvegarde de la base de données a échoué : ${cause}`);
  } finally {
    await client.end();
  }
}

/** The folder is closed to others (0700), so is what was copied into it, whatever it was before. */
function copyPrivately(from: string, to: string): void {
  copyFileSync(from, to);
  chmodSync(to, 0o600);
}
