import { chmodSync, copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Configuration } from '../../platform/config/index.js';
import {
  backUpCluster,
  CLUSTER_FILES,
  SERVER_MAJOR,
} from '../../platform/embedded-postgres/index.js';
import { writeLabel } from '../backup/backup-label.js';
import { KEY_FILE } from '../data-folder.js';
import { openDatabase, type OpenDatabase } from '../open-database.js';
import { print } from '../printer.js';
import { readConfiguration } from '../read-configuration.js';
import { StartRefused } from '../run-program.js';
import { SystemClock } from '../system-clock.js';

export interface BackUpOptions {
  /** An absent folder; beside the data folder when absent. */
  readonly to?: string;
}

/**
 * `backup`: the embedded database and the key that opens what is sealed in it, while the service
 * works or not.
 * @throws StartRefused when the database is not ours, or the folder is there already
 */
export async function backUp({ to }: BackUpOptions): Promise<void> {
  const configuration = readConfiguration();
  assertEmbedded(configuration);
  const madeAt = new SystemClock().now();
  const database = await openDatabase(configuration);
  try {
    const folder = newFolder(to ?? defaultFolder(database.folder, madeAt));
    try {
      const hasKey = await fill(folder, configuration, database, madeAt);
      print(...told(folder, hasKey));
    } catch (error) {
      rmSync(folder, { recursive: true, force: true });
      throw error;
    }
  } finally {
    await database.close();
  }
}

/** True when the key is in the backup. */
async function fill(
  folder: string,
  configuration: Configuration,
  database: OpenDatabase,
  madeAt: string,
): Promise<boolean> {
  await backUpCluster(database.folder, database.ownerUrl, folder);
  const hasKey = configuration.fieldEncryptionKey === undefined && copyKey(database.folder, folder);
  const files = [...CLUSTER_FILES, ...(hasKey ? [KEY_FILE] : [])];
  const platform = `${process.platform}-${process.arch}`;
  await writeLabel(folder, { madeAt, postgres: SERVER_MAJOR, platform }, files);
  return hasKey;
}

/** @throws StartRefused for a server of the operator's own, which has its own tools */
export function assertEmbedded({ database }: Configuration): void {
  if (database.url === undefined) return;
  throw new StartRefused(
    'Cette tâche ne concerne que la base de données fournie avec Passerelle. DATABASE_URL désigne un autre serveur : employez ses outils (pg_basebackup, pg_dump, pgBackRest).',
  );
}

/** `.passerelle-sauvegardes/2026-11-28T003200Z`, beside `.passerelle`: not in what may be lost. */
function defaultFolder(home: string, madeAt: string): string {
  const stamp = `${madeAt.slice(0, 19).replaceAll(':', '')}Z`;
  return path.join(`${home}-sauvegardes`, stamp);
}

function newFolder(folder: string): string {
  const absolute = path.resolve(folder);
  if (existsSync(absolute)) {
    throw new StartRefused(`Le dossier ${absolute} existe déjà : donnez un nouveau dossier.`);
  }
  mkdirSync(absolute, { recursive: true, mode: 0o700 });
  return absolute;
}

function copyKey(home: string, folder: string): boolean {
  const file = path.join(home, KEY_FILE);
  if (!existsSync(file)) return false;
  copyFileSync(file, path.join(folder, KEY_FILE));
  chmodSync(path.join(folder, KEY_FILE), 0o600);
  return true;
}

function told(folder: string, hasKey: boolean): string[] {
  return [
    `Sauvegarde faite dans ${folder}`,
    hasKey
      ? 'Elle contient la base de données et la clé qui ouvre les fichiers et les conclusions médicales scellés.'
      : 'Elle contient la base de données. La clé FIELD_ENCRYPTION_KEY n’y est pas : gardez-la ailleurs, sans elle les contenus scellés sont illisibles.',
    'Ce dossier contient des données personnelles : gardez-le aussi fermé que la base elle-même.',
    `Pour la reprendre : npm run cli -- restore ${folder}`,
  ];
}
