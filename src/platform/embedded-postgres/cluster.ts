import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import { clusterOf, dataDirectoryOf } from './home.js';
import { processIdentity } from './process-identity.js';
import type { SystemAccount } from './system-account.js';
import { giveTo } from './system-account.js';

/** Version of PostgreSQL of the bundle: data of another one cannot be opened. */
export const SERVER_MAJOR = '18';
const DRAFT = /^postgresql\.draft-(\d+)-[0-9a-f]+$/;

/** What making a cluster needs. */
export interface ClusterRequest {
  readonly home: string;
  readonly binaries: string;
  readonly account: SystemAccount | undefined;
  readonly durable: boolean;
}

/**
 * Makes the cluster of a home unless it exists, and returns the password of its owner. It is made
 * aside and renamed: killed half-way it leaves no broken cluster, and of several processes that
 * start at once on an empty folder one wins, the others use what it made. No lock can be left over.
 */
export function ensureCluster(request: ClusterRequest): string {
  const cluster = clusterOf(request.home);
  if (!existsSync(cluster)) createCluster(request, cluster);
  checkVersion(dataDirectoryOf(request.home));
  return readFileSync(path.join(cluster, 'password'), 'utf8').trim();
}

function createCluster(request: ClusterRequest, cluster: string): void {
  removeAbandonedDrafts(request.home);
  const name = `postgresql.draft-${process.pid}-${randomBytes(6).toString('hex')}`;
  const draft = path.join(request.home, name);
  try {
    fillDraft(request, draft);
    renameSync(draft, cluster);
    if (request.durable) flushFolder(request.home);
  } catch (error) {
    if (!existsSync(cluster)) throw error;
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

function fillDraft({ binaries, account, durable }: ClusterRequest, draft: string): void {
  const [data, passwordFile] = [path.join(draft, 'data'), path.join(draft, 'password')];
  mkdirSync(data, { recursive: true, mode: 0o700 });
  chmodSync(draft, 0o711);
  writeFileSync(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600 });
  giveTo(account, data);
  giveTo(account, passwordFile);
  const made = spawnSync(
    path.join(binaries, 'bin', 'initdb'),
    [
      ...['-D', data, '-U', 'postgres', '-A', 'scram-sha-256', `--pwfile=${passwordFile}`],
      // French order (cote, coté, côte, côté) from the bundled ICU: no locale of the machine needed.
      ...['-E', 'UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=fr-FR'],
      ...(durable ? [] : ['--no-sync']),
    ],
    { ...account, cwd: '/', env: serverEnvironment(), encoding: 'utf8' },
  );
  if (made.status !== 0) {
    const cause = made.error?.message ?? made.stderr.trim();
    throw new EmbeddedPostgresError(`La base de données n'a pas pu être créée : ${cause}`);
  }
}

/** Environment of PostgreSQL's programs: nothing of ours, which may hold secrets. */
export function serverEnvironment(): Readonly<Record<string, string>> {
  return { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C', LC_MESSAGES: 'C' };
}

function removeAbandonedDrafts(home: string): void {
  for (const entry of readdirSync(home)) {
    const pid = DRAFT.exec(entry)?.[1];
    if (pid === undefined || processIdentity(Number(pid))) continue;
    rmSync(path.join(home, entry), { recursive: true, force: true });
  }
}

function flushFolder(folder: string): void {
  const handle = openSync(folder, 'r');
  fsyncSync(handle);
  closeSync(handle);
}

function checkVersion(dataDirectory: string): void {
  const found = readVersion(dataDirectory);
  if (found === SERVER_MAJOR) return;
  throw new EmbeddedPostgresError(
    `Les données de ${dataDirectory} viennent de PostgreSQL ${found}, alors que la version fournie est ${SERVER_MAJOR} : indiquez un serveur dans DATABASE_URL, ou mettez ce dossier de côté pour repartir à vide.`,
  );
}

function readVersion(dataDirectory: string): string {
  try {
    return readFileSync(path.join(dataDirectory, 'PG_VERSION'), 'utf8').trim();
  } catch {
    throw new EmbeddedPostgresError(
      `Le dossier ${dataDirectory} n'est pas lisible avec ce compte, ou n'est pas une base de données : relancez avec le compte qui l'a créé, ou choisissez un autre dossier dans PASSERELLE_DATA_DIR.`,
    );
  }
}
