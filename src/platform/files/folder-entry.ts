import type { Stats } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import path from 'node:path';

/** Something found in a folder that others write to; looked at without following it. */
export interface FolderEntry {
  /** The exact bytes of the name in hexadecimal: a name need not be valid UTF-8. */
  readonly key: string;
  /** The name as text, to be read and never used as a path. */
  readonly name: string;
  /** `linked` = an ordinary file that has another name somewhere; `other` = link, folder, pipe, device. */
  readonly kind: 'ordinary' | 'linked' | 'other';
  /** Milliseconds since content or name last changed, by the clock of this machine. */
  readonly ageMs: number;
}

/** What a folder holds; an entry that vanishes meanwhile is left out. */
export async function listFolder(folder: string): Promise<FolderEntry[]> {
  const names = await readdir(folder, { encoding: 'buffer' });
  const entries: FolderEntry[] = [];
  for (const raw of names) {
    const key = raw.toString('hex');
    const stats = await lstat(pathOf(folder, key)).catch(nothingWhenGone);
    if (stats) entries.push({ key, name: raw.toString('utf8'), ...natureOf(stats) });
  }
  return entries;
}

/** The path of an entry, byte for byte; a key that is no single name is a fault of ours. */
export function pathOf(folder: string, key: string): Buffer {
  const raw = Buffer.from(key, 'hex');
  if (raw.length === 0 || raw.includes('/') || raw.includes(0)) throw new Error('not one name');
  return Buffer.concat([Buffer.from(`${folder}${path.sep}`), raw]);
}

/** Undefined for what is not there; other errors are thrown again. */
export function nothingWhenGone(error: unknown): undefined {
  if (codeOf(error) === 'ENOENT') return undefined;
  throw error;
}

/** The code of a failure of the file system. */
export function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null ? Reflect.get(error, 'code') : undefined;
}

function natureOf(stats: Stats): Pick<FolderEntry, 'kind' | 'ageMs'> {
  // The times a partner can set are those of reading and writing; the third one is the machine's.
  const ageMs = Date.now() - stats.ctimeMs;
  if (!stats.isFile()) return { kind: 'other', ageMs };
  return { kind: stats.nlink === 1 ? 'ordinary' : 'linked', ageMs };
}
