import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import { Configuration } from '../../platform/config/index.js';
import {
  SpoolFolder,
  type CopyOutcome,
  type FolderEntry,
  type SpoolClaim,
} from '../../platform/files/index.js';
import { EventLog } from '../../platform/logging/index.js';
import type { FileSource } from '../deposit/index.js';
import {
  Spool,
  type LeftOver,
  type SpooledDeposit,
  type SpoolTray,
} from '../use-cases/spool-ports.js';

const MEGABYTE = 1024 * 1024;
/** A manifest is at most 64 KB; what is longer is cut, and then too long all the same. */
const MANIFEST_BYTES = 64 * 1024;
/**
 * A deposit over which its process ended as often is put aside: the others must go on (exchange.md
 * 6.7). What merely fails is tried again without end: a full disk is no fault of the deposit.
 */
const MOST_ATTEMPTS = 20;

/** The folders of `SPOOL_DIR`. */
@Injectable()
export class FileSpool extends Spool {
  override readonly limitInMegabytes: number;
  private readonly folder: SpoolFolder;
  private readonly maximumBytes: number;

  constructor(
    { spoolDirectory, limits }: Configuration,
    private readonly log: EventLog,
  ) {
    super();
    if (spoolDirectory === undefined) throw new Error('the spool needs SPOOL_DIR');
    this.folder = new SpoolFolder(spoolDirectory);
    this.maximumBytes = limits.maximumFileBytes;
    this.limitInMegabytes = Math.floor(limits.maximumFileBytes / MEGABYTE);
  }

  override codes(): Promise<string[]> {
    return this.folder.owners();
  }

  override has(code: string): Promise<boolean> {
    return this.folder.has(code);
  }

  override open(code: string): Promise<void> {
    return this.folder.prepare(code);
  }

  override arrivals(code: string): Promise<FolderEntry[]> {
    return this.folder.arrivals(code);
  }

  override async take(
    code: string,
    { data, manifest }: Parameters<Spool['take']>[1],
  ): Promise<SpooledDeposit | null> {
    const keys = { data: data?.key ?? null, manifest: manifest?.key ?? null };
    const claim = await this.folder.take(code, keys);
    return claim && this.depositOf(claim);
  }

  override async leftOver(code: string, abandonedAfterMs: number): Promise<LeftOver> {
    const claims = await this.folder.resume(code, abandonedAfterMs);
    const deposits: SpooledDeposit[] = [];
    const fatal = claims.filter(({ attempts }) => attempts > MOST_ATTEMPTS);
    try {
      for (const claim of claims) {
        if (!fatal.includes(claim)) deposits.push(await this.depositOf(claim));
      }
      for (const claim of fatal) await this.folder.putAside(code, claim);
    } catch (error) {
      for (const claim of claims) await claim.abandon();
      throw error;
    }
    if (fatal.length > 0) this.tellOperators(code, fatal.length);
    return { deposits, setAside: fatal.length };
  }

  override sweep(code: string, { key }: FolderEntry): Promise<void> {
    return this.folder.sweep(code, key);
  }

  override write(
    code: string,
    tray: SpoolTray,
    name: string,
    content: AsyncIterable<Uint8Array | string>,
  ): Promise<void> {
    return this.folder.write(code, tray, name, content);
  }

  override tidy(code: string, tray: SpoolTray, afterMs: number): Promise<void> {
    return this.folder.tidy(code, tray, afterMs);
  }

  /** Names of files come from partners and may name people: they are not logged. */
  private tellOperators(organisation: string, count: number): void {
    const fault = new Error('deposits set aside');
    this.log.error('spool.deposits-set-aside', fault, { organisation, count });
  }

  private async depositOf(claim: SpoolClaim): Promise<SpooledDeposit> {
    try {
      const manifest = await claim.copy('manifest', MANIFEST_BYTES);
      const data = await claim.copy('data', this.maximumBytes);
      return {
        fileName: data === 'absent' ? null : claim.nameOf('data'),
        manifestText: isRead(manifest) ? await readFile(claim.copyOf('manifest'), 'utf8') : null,
        source: isRead(data) ? sourceOf(claim.copyOf('data')) : nothing,
        obstacle: obstacleOf(data, manifest),
        release: () => claim.release(),
        abandon: () => claim.abandon(),
      };
    } catch (error) {
      await claim.abandon();
      throw error;
    }
  }
}

function isRead(outcome: CopyOutcome): boolean {
  return outcome === 'copied' || outcome === 'too-large';
}

function obstacleOf(data: CopyOutcome, manifest: CopyOutcome): SpooledDeposit['obstacle'] {
  if (data === 'not-ordinary' || manifest === 'not-ordinary') return 'not-ordinary';
  return data === 'too-large' ? 'too-large' : null;
}

function sourceOf(path: string): FileSource {
  return () => createReadStream(path);
}

async function* nothing(): AsyncGenerator<Uint8Array> {}
