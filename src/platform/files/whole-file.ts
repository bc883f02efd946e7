import { randomUUID } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import path from 'node:path';

/** So that nobody takes a file before it is whole; partners look over names that end so. */
const UNFINISHED = '.part';

/**
 * Writes a file under a temporary name, then gives it its own: who sees it sees all of it, and a
 * second writing replaces the first. `name` is ours, never a partner's.
 */
export async function writeWhole(
  folder: string,
  name: string,
  content: AsyncIterable<Uint8Array | string>,
): Promise<void> {
  const temporary = path.join(folder, `${name}.${randomUUID()}${UNFINISHED}`);
  try {
    // Exclusive: a link planted under this name is not followed.
    const file = await open(temporary, 'wx', 0o640);
    try {
      for await (const piece of content) await file.writeFile(piece);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path.join(folder, name));
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}
