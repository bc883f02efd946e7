import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { FieldKeyRing } from '../platform/security/index.js';

const KEY_BYTES = 32;

/** File of the key, in the data folder. */
export const KEY_FILE = 'field-encryption-key';

/**
 * The key ring kept in the data folder, drawn on the first start. Outside production only: there the
 * key is given by the environment, away from the data (SEC-41).
 */
export function keptFieldKeys(folder: string): FieldKeyRing {
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, KEY_FILE);
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  writeFileSync(draft, randomBytes(KEY_BYTES).toString('base64'), { mode: 0o600 });
  try {
    linkSync(draft, file);
  } catch {
    // Drawn by an earlier start, or by one at this instant.
  } finally {
    rmSync(draft, { force: true });
  }
  return FieldKeyRing.parse(readFileSync(file, 'utf8').trim());
}

/** What `npm run demo:month` must know of a running service. */
export interface RunningService {
  readonly url: string;
  readonly pid: number;
}

const SERVICE_FILE = 'service.json';

/** Says where the service of this folder answers, at once: nobody reads half of it. */
export function announceService(folder: string, service: RunningService): void {
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, SERVICE_FILE);
  const written = `${file}.${service.pid}`;
  writeFileSync(written, `${JSON.stringify(service)}\n`);
  renameSync(written, file);
}

/** Takes the announcement of this process back; another's stays. */
export function withdrawService(folder: string, pid: number): void {
  if (announcedService(folder)?.pid === pid) {
    rmSync(path.join(folder, SERVICE_FILE), { force: true });
  }
}

/** The service of this folder as it announced itself; it may have died without taking that back. */
export function announcedService(folder: string): RunningService | undefined {
  try {
    const content: unknown = JSON.parse(readFileSync(path.join(folder, SERVICE_FILE), 'utf8'));
    return isService(content) ? content : undefined;
  } catch {
    return undefined;
  }
}

function isService(content: unknown): content is RunningService {
  return (
    typeof content === 'object' &&
    content !== null &&
    'url' in content &&
    typeof content.url === 'string' &&
    'pid' in content &&
    typeof content.pid === 'number'
  );
}
