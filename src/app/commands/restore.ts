import { copyFileSync, chmodSync, existsSync, renameSync } from 'node:fs';
import path from 'node:path';
import {
  restoreCluster,
  restorePlaceOf,
  SERVER_MAJOR,
  settleHome,
} from '../../platform/embedded-postgres/index.js';
import { damagedFile, readLabel, type BackupLabel } from '../backup/backup-label.js';
import { KEY_FILE } from '../data-folder.js';
import { print } from '../printer.js';
import { readConfiguration } from '../read-configuration.js';
import { StartRefused } from '../run-program.js';
import { SystemClock } from '../system-clock.js';
import { assertEmbedded } from './back-up.js';

export interface RestoreOptions {
  /** True to put aside the data that are there. */
  readonly replace?: boolean;
}

/**
 * `restore`: puts a backup in the place of the embedded data, which must not be in use.
 * @throws StartRefused when the backup is not whole or not of this machine, or the place is not free
 */
export async function restore(from: string, options: RestoreOptions): Promise<void> {
  const configuration = readConfiguration();
  assertEmbedded(configuration);
  const folder = path.resolve(from);
  const label = await usableLabel(folder);
  const home = settleHome(path.resolve(configuration.dataDirectory));
  assertPlace(home, options.replace === true);
  const aside = asideOf(home, 'postgresql');
  const hadData = existsSync(path.join(home, 'postgresql'));
  restoreCluster(home, folder, aside);
  restoreKey(home, folder);
  print(
    `Sauvegarde du ${label.madeAt} remise en place dans ${home}`,
    ...(hadData ? [`Les données qui s’y trouvaient sont gardées dans ${aside}`] : []),
    'Relancez Passerelle : la base de données finit de se remettre à jour au démarrage.',
  );
}

async function usableLabel(folder: string): Promise<BackupLabel> {
  const label = readLabel(folder);
  if (!label) throw new StartRefused(`${folder} n’est pas une sauvegarde complète de Passerelle.`);
  const platform = `${process.platform}-${process.arch}`;
  if (label.postgres !== SERVER_MAJOR || label.platform !== platform) {
    throw new StartRefused(
      `Cette sauvegarde vient de PostgreSQL ${label.postgres} sur ${label.platform} ; cette machine a PostgreSQL ${SERVER_MAJOR} sur ${platform} : reprenez-la sur une machine semblable.`,
    );
  }
  const damaged = await damagedFile(folder, label);
  if (damaged === undefined) return label;
  throw new StartRefused(`La sauvegarde est abîmée : ${damaged} manque ou a changé.`);
}

function assertPlace(home: string, isReplacing: boolean): void {
  const place = restorePlaceOf(home);
  if (place === 'running') {
    throw new StartRefused('Passerelle tourne sur ces données : arrêtez-la, puis recommencez.');
  }
  if (place === 'taken' && !isReplacing) {
    throw new StartRefused(
      `Il y a déjà des données dans ${home} : ajoutez --replace pour les mettre de côté et les remplacer.`,
    );
  }
}

/** The key of another database opens nothing here: it goes aside with its data. */
function restoreKey(home: string, folder: string): void {
  const [kept, given] = [path.join(home, KEY_FILE), path.join(folder, KEY_FILE)];
  if (!existsSync(given)) return;
  if (existsSync(kept)) renameSync(kept, asideOf(home, KEY_FILE));
  copyFileSync(given, kept);
  chmodSync(kept, 0o600);
}

function asideOf(home: string, name: string): string {
  const stamp = new SystemClock().now().slice(0, 19).replaceAll(':', '');
  return path.join(home, `${name}.remplace-${stamp}Z`);
}
