import { randomUUID } from 'node:crypto';
import { lstat, mkdir, readFile, rename, rm, utimes } from 'node:fs/promises';
import path from 'node:path';
import { listFolder, nothingWhenGone, pathOf, type FolderEntry } from './folder-entry.js';
import { copyOrdinary, type CopyOutcome } from './ordinary-file.js';
import { writeWhole } from './whole-file.js';

/** The two things a deposit is made of. */
export const CLAIM_PARTS = ['manifest', 'data'] as const;
export type ClaimPart = (typeof CLAIM_PARTS)[number];

/** What a claim says of itself, so that another process can go on with it. */
interface ClaimNote {
  /** Names as they arrived, in hexadecimal; null for what was not there. */
  readonly keys: Readonly<Record<ClaimPart, string | null>>;
  /** The one in hand, and those whose process ended without letting go. */
  readonly attempts: number;
}

const NOTE = 'note.json';
/** Ends the name of a claim that was let go: what fails is not what ends its process. */
const LET_GO = '.libre';
const HEARTBEAT_MS = 10_000;

/**
 * Files taken out of a folder that others write to into one of ours, where nobody changes them. A
 * claim outlives its process: it says what it holds, its age tells whether somebody is at it, and its
 * name whether the last one let it go. A name changes on a full disk too.
 */
export class SpoolClaim {
  private heartbeat: NodeJS.Timeout | undefined;

  private constructor(
    private folder: string,
    private readonly arrivals: string,
    private readonly note: ClaimNote,
  ) {}

  /** Takes what is there under these names; null when another process was faster. */
  static async take(
    place: { readonly claims: string; readonly arrivals: string },
    keys: ClaimNote['keys'],
  ): Promise<SpoolClaim | null> {
    const folder = path.join(place.claims, randomUUID());
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const claim = new SpoolClaim(folder, place.arrivals, { keys, attempts: 1 });
    return claim.hold();
  }

  /** Goes on with the claims nobody has been at for a while. */
  static async resume(
    place: { readonly claims: string; readonly arrivals: string },
    abandonedAfterMs: number,
  ): Promise<SpoolClaim[]> {
    const claims: SpoolClaim[] = [];
    try {
      for (const entry of await listFolder(place.claims)) {
        if (entry.ageMs < abandonedAfterMs) continue;
        const claim = await SpoolClaim.takeOver(place, entry);
        if (claim) claims.push(claim);
      }
    } catch (error) {
      for (const claim of claims) await claim.abandon();
      throw error;
    }
    return claims;
  }

  private static async takeOver(
    place: { readonly claims: string; readonly arrivals: string },
    { key, name }: FolderEntry,
  ): Promise<SpoolClaim | null> {
    const folder = path.join(place.claims, randomUUID());
    const from = pathOf(place.claims, key);
    const isMine = await rename(from, folder).then(() => true, nothingWhenGone);
    if (!isMine) return null;
    const note = await readNote(folder);
    if (note) {
      const counted = name.endsWith(LET_GO) ? note : again(note);
      return new SpoolClaim(folder, place.arrivals, counted).hold();
    }
    await rm(folder, { recursive: true, force: true });
    return null;
  }

  get attempts(): number {
    return this.note.attempts;
  }

  /** The name under which a part arrived, as text; null when it never did. */
  nameOf(part: ClaimPart): string | null {
    const key = this.note.keys[part];
    return key === null ? null : Buffer.from(key, 'hex').toString('utf8');
  }

  /** Copies a part, once and for all. */
  copy(part: ClaimPart, maximumBytes: number): Promise<CopyOutcome> {
    return copyOrdinary(this.arrivalOf(part), this.copyOf(part), maximumBytes);
  }

  /** Where the copy of a part is; readable after `copy`. */
  copyOf(part: ClaimPart): string {
    return path.join(this.folder, `${part}.copy`);
  }

  /** Forgets the files: what they said is kept elsewhere. */
  async release(): Promise<void> {
    clearInterval(this.heartbeat);
    await rm(this.folder, { recursive: true, force: true });
  }

  /** Leaves the files to whoever comes next, and counts no attempt; nothing once they are released. */
  async abandon(): Promise<void> {
    clearInterval(this.heartbeat);
    if (this.folder.endsWith(LET_GO)) return;
    const free = `${this.folder}${LET_GO}`;
    // Where even that fails, the attempt counts as one that ended its process.
    const isFree = await rename(this.folder, free).then(
      () => true,
      () => false,
    );
    if (isFree) this.folder = free;
  }

  /** Puts the files aside, for a person to look at. */
  async putAside(folder: string): Promise<void> {
    clearInterval(this.heartbeat);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await rename(this.folder, path.join(folder, path.basename(this.folder)));
  }

  private async hold(): Promise<SpoolClaim | null> {
    try {
      await this.write();
      return (await this.gather()) ? this.keep() : null;
    } catch (error) {
      await this.abandon();
      throw error;
    }
  }

  /** The manifest is the mark of the deposit: who moves it has the data too. */
  private async gather(): Promise<boolean> {
    let isFirst = true;
    for (const part of CLAIM_PARTS) {
      const key = this.note.keys[part];
      if (key === null) continue;
      const isHere = await this.fetch(part, key);
      if (isFirst && !isHere) {
        await this.release();
        return false;
      }
      isFirst = false;
    }
    return true;
  }

  private async fetch(part: ClaimPart, key: string): Promise<boolean> {
    const arrival = this.arrivalOf(part);
    if (await lstat(arrival).catch(nothingWhenGone)) return true;
    const moved = rename(pathOf(this.arrivals, key), arrival);
    return (await moved.then(() => true, nothingWhenGone)) ?? false;
  }

  private keep(): this {
    const touch = (): void => void utimes(this.folder, new Date(), new Date()).catch(() => {});
    this.heartbeat = setInterval(touch, HEARTBEAT_MS);
    this.heartbeat.unref();
    return this;
  }

  private write(): Promise<void> {
    const text = async function* (note: ClaimNote) {
      yield JSON.stringify(note);
    };
    return writeWhole(this.folder, NOTE, text(this.note));
  }

  private arrivalOf(part: ClaimPart): string {
    return path.join(this.folder, part);
  }
}

function again({ keys, attempts }: ClaimNote): ClaimNote {
  return { keys, attempts: attempts + 1 };
}

/** Nothing when the process died before it had written it: the files are still where they were. */
async function readNote(folder: string): Promise<ClaimNote | undefined> {
  const text = await readFile(path.join(folder, NOTE), 'utf8').catch(nothingWhenGone);
  return text ? (JSON.parse(text) as ClaimNote) : undefined;
}
