import { constants } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { codeOf, nothingWhenGone } from './folder-entry.js';

/** How a copy ended; when there was too much, the copy holds the beginning and a little more. */
export type CopyOutcome = 'copied' | 'too-large' | 'not-ordinary' | 'absent';

/** A link at the end of the path is refused; a pipe is opened without waiting for a writer. */
const READING = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;
const CHUNK = 256 * 1024;

/**
 * Copies an ordinary file that has one name only into a new file, so that nobody who still holds the
 * first one open can change what is read later (exchange.md 6.1 #8).
 */
export async function copyOrdinary(
  from: string,
  to: string,
  maximumBytes: number,
): Promise<CopyOutcome> {
  const source = await open(from, READING).catch(refusedOrGone);
  if (source === undefined) return 'absent';
  if (source === 'refused') return 'not-ordinary';
  try {
    const stats = await source.stat();
    if (!stats.isFile() || stats.nlink !== 1) return 'not-ordinary';
    const copy = await open(to, 'w', 0o600);
    try {
      return (await pour(source, copy, maximumBytes)) ? 'copied' : 'too-large';
    } finally {
      await copy.close();
    }
  } finally {
    await source.close();
  }
}

/** True when everything fitted. */
async function pour(source: FileHandle, copy: FileHandle, maximumBytes: number): Promise<boolean> {
  const buffer = Buffer.alloc(CHUNK);
  for (let total = 0; ;) {
    const { bytesRead } = await source.read(buffer, 0, CHUNK, null);
    if (bytesRead === 0) return true;
    await copy.writeFile(buffer.subarray(0, bytesRead));
    total += bytesRead;
    if (total > maximumBytes) return false;
  }
}

/** What opening a link, a socket or a device without driver answers. */
const REFUSALS: readonly unknown[] = ['ELOOP', 'EMLINK', 'ENXIO', 'ENODEV', 'EOPNOTSUPP'];

function refusedOrGone(error: unknown): 'refused' | undefined {
  if (REFUSALS.includes(codeOf(error))) return 'refused';
  return nothingWhenGone(error);
}
