import { lstat, mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { listFolder, nothingWhenGone, pathOf, type FolderEntry } from './folder-entry.js';
import { SpoolClaim, type ClaimPart } from './spool-claim.js';
import { writeWhole } from './whole-file.js';

/** The folders of one owner: what it brings, what it fetches, what it is told. */
export const SPOOL_FOLDERS = ['entree', 'sortie', 'comptes_rendus'] as const;
export type OutgoingFolder = Exclude<(typeof SPOOL_FOLDERS)[number], 'entree'>;

/** Ours, beside the owners': their programs reach their own folder only. */
const WORK = '.travail';
const ASIDE = '.rebut';

/**
 * A folder with one folder per owner, in which others write at any moment and may plant anything.
 * Owners are folders somebody made for them; nothing of theirs is ever a path, a name only.
 */
export class SpoolFolder {
  constructor(private readonly root: string) {}

  /** The names of the owners' folders, in their order. */
  async owners(): Promise<string[]> {
    await mkdir(this.root, { recursive: true, mode: 0o750 });
    const entries = await listFolder(this.root);
    const names = entries.map(({ name }) => name).filter((name) => !name.startsWith('.'));
    const folders = await Promise.all(names.map((name) => isFolder(path.join(this.root, name))));
    return names.filter((_, at) => folders[at]).toSorted();
  }

  /** True when this owner has a folder. */
  has(owner: string): Promise<boolean> {
    return isFolder(path.join(this.root, owner));
  }

  /** Makes what is missing of an owner's folders. */
  async prepare(owner: string): Promise<void> {
    for (const folder of SPOOL_FOLDERS) {
      await mkdir(this.folderOf(owner, folder), { recursive: true, mode: 0o770 });
    }
    await mkdir(this.claimsOf(owner), { recursive: true, mode: 0o700 });
  }

  /** What the owner brought. */
  async arrivals(owner: string): Promise<FolderEntry[]> {
    const folder = this.folderOf(owner, 'entree');
    return (await isFolder(folder)) ? listFolder(folder) : [];
  }

  take(
    owner: string,
    keys: Readonly<Record<ClaimPart, string | null>>,
  ): Promise<SpoolClaim | null> {
    return SpoolClaim.take(this.placeOf(owner), keys);
  }

  resume(owner: string, abandonedAfterMs: number): Promise<SpoolClaim[]> {
    return SpoolClaim.resume(this.placeOf(owner), abandonedAfterMs);
  }

  putAside(owner: string, claim: SpoolClaim): Promise<void> {
    return claim.putAside(path.join(this.root, ASIDE, owner));
  }

  /** Removes something an owner left in its `entree`. */
  async sweep(owner: string, key: string): Promise<void> {
    await rm(pathOf(this.folderOf(owner, 'entree'), key), { force: true });
  }

  /** Writes a file for an owner; never through a link put in the place of its folder. `name` is ours. */
  async write(
    owner: string,
    folder: OutgoingFolder,
    name: string,
    content: AsyncIterable<Uint8Array | string>,
  ): Promise<void> {
    const target = this.folderOf(owner, folder);
    if (!(await isFolder(target))) throw new Error(`no folder ${folder} for ${owner}`);
    await writeWhole(target, name, content);
  }

  /** Removes files that have been in a folder for an owner for longer than that. */
  async tidy(owner: string, folder: OutgoingFolder, afterMs: number): Promise<void> {
    const target = this.folderOf(owner, folder);
    if (!(await isFolder(target))) return;
    for (const { key, kind, ageMs } of await listFolder(target)) {
      if (kind === 'ordinary' && ageMs > afterMs) await rm(pathOf(target, key), { force: true });
    }
  }

  private placeOf(owner: string): { claims: string; arrivals: string } {
    return { claims: this.claimsOf(owner), arrivals: this.folderOf(owner, 'entree') };
  }

  private claimsOf(owner: string): string {
    return path.join(this.root, WORK, owner);
  }

  private folderOf(owner: string, folder: (typeof SPOOL_FOLDERS)[number]): string {
    return path.join(this.root, owner, folder);
  }
}

async function isFolder(folder: string): Promise<boolean> {
  return (await lstat(folder).catch(nothingWhenGone))?.isDirectory() ?? false;
}
