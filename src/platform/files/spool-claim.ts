import { randomUUID } from 'node:crypto';
import { lstat, mkdir, readFile, rename, rm, utimes } from 'node:fs/promises';
import path from 'node:path';
import { listFolder, nothingWhenGone, pathOf } from './folder-entry.js';
import { copyOrdinary, type CopyOutcome } from './ordinary-file.js';
import { writeWhole } from './whole-file.js';

/** The two things a deposit is made of. */
export const CLAIM_PARTS = ['manifest', 'data'] as const;
export type ClaimPart = (typeof CLAIM_PARTS)[number];

/** What a claim says of itself, so that another process can go on with it. */
interface ClaimNote {
  /** Names as they arrived, in hexadecimal; null for what was not there. */
  readonly keys: Readonly<Record<ClaimPart, string | null>>;
  readonly attempts: number;
}

const NOTE = 'note.json';
const HEARTBEAT_MS = 10_000;

/**
 * Files taken out of a folder that others write to into one of ours, where nobody changes them. A
 * claim outlives its process: it says what it holds, and its age tells whether somebody is at it.
 */
export class SpoolClaim {
  private heartbeat: NodeJS.Timeout | undefined;

  private constructor(
    private readonly folder: string,
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
    await claim.write();
    return (await claim.gather()) ? claim.keep() : null;
  }

  /** Goes on with the claims nobody has been at for a while. */
  static async resume(
    place: { readonly claims: string; readonly arrivals: string },
    abandonedAfterMs: number,
  ): Promise<SpoolClaim[]> {
    const claims: SpoolClaim[] = [];
    for (const { key, ageMs } of await listFolder(place.claims)) {
      if (ageMs < abandonedAfterMs) continue;
      const folder = path.join(place.claims, randomUUID());
      const from = pathOf(place.claims, key);
      const isMine = await rename(from, folder).then(() => true, nothingWhenGone);
      if (!isMine) continue;
      const note = await readNote(folder);
      const claim = note && new SpoolClaim(folder, place.arrivals, again(note));
      await claim?.write();
      if (claim && (await claim.gather())) claims.push(claim.keep());
      else if (!claim) await rm(folder, { recursive: true, force: true });
    }
    return claims;
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
    this.abandon();
    await rm(this.folder, { recursive: true, force: true });
  }

  /** Leaves the files to whoever comes next. */
  abandon(): void {
    clearInterval(this.heartbeat);
  }

  /** Puts the files aside, for a person to look at. */
  async putAside(folder: string): Promise<void> {
    this.abandon();
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await rename(this.folder, path.join(folder, path.basename(this.folder)));
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
