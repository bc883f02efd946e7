import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';

/** File written last: a backup without it was cut short. */
const FILE = 'sauvegarde.json';
const VERSION = 1;

/** What a backup says of itself. */
export interface BackupLabel {
  readonly version: typeof VERSION;
  /** Instant, ISO 8601. */
  readonly madeAt: string;
  /** Major version of PostgreSQL. */
  readonly postgres: string;
  /** `linux-x64`: data files are those of one kind of machine. */
  readonly platform: string;
  /** sha256 of each file, by name. */
  readonly files: Readonly<Record<string, string>>;
}

/** Closes a backup: from now on it is whole. */
export async function writeLabel(
  folder: string,
  label: Omit<BackupLabel, 'version' | 'files'>,
  files: readonly string[],
): Promise<void> {
  const hashes: Record<string, string> = {};
  for (const name of files) hashes[name] = await hashOf(path.join(folder, name));
  const content = { version: VERSION, ...label, files: hashes };
  const text = `${JSON.stringify(content, null, 2)}\n`;
  writeFileSync(path.join(folder, FILE), text, { mode: 0o600 });
}

/** The label of a folder; nothing when it is no backup, or not a whole one. */
export function readLabel(folder: string): BackupLabel | undefined {
  try {
    const content: unknown = JSON.parse(readFileSync(path.join(folder, FILE), 'utf8'));
    return isLabel(content) ? content : undefined;
  } catch {
    return undefined;
  }
}

/** The first file that is not what the label says. */
export async function damagedFile(
  folder: string,
  { files }: BackupLabel,
): Promise<string | undefined> {
  for (const [name, hash] of Object.entries(files)) {
    const file = path.join(folder, path.basename(name));
    if (!existsSync(file) || (await hashOf(file)) !== hash) return name;
  }
  return undefined;
}

async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

function isLabel(content: unknown): content is BackupLabel {
  return (
    typeof content === 'object' &&
    content !== null &&
    Reflect.get(content, 'version') === VERSION &&
    ['madeAt', 'postgres', 'platform'].every(
      (key) => typeof Reflect.get(content, key) === 'string',
    ) &&
    typeof Reflect.get(content, 'files') === 'object'
  );
}
