import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Instant } from '../../kernel/index.js';
import { currentManager } from '../../platform/database/index.js';
import { FieldCipher, type FieldPlace } from '../../platform/security/index.js';
import type { FileSource } from '../deposit/index.js';
import {
  PendingDeposits,
  type KeptDeposit,
  type PendingDeposit,
} from '../use-cases/pending-ports.js';
import type { DepositPreview } from '../use-cases/preview-deposit.js';
import { inParts } from './in-parts.js';
import { SealedParts } from './sealed-parts.js';

interface PendingRow {
  readonly id: string;
  readonly org_id: string;
  readonly depositor_id: string;
  readonly key_version: number;
  readonly preview: Buffer;
  readonly file_id: string | null;
  readonly created_at: Instant;
  readonly expires_at: Instant;
}

/** Table `app.pending_deposit` and the bytes beside it, all sealed. */
@Injectable()
export class DatabasePendingDeposits extends PendingDeposits {
  private readonly parts: SealedParts;

  constructor(private readonly cipher: FieldCipher) {
    super();
    this.parts = new SealedParts(cipher, 'pending_content');
  }

  override async keep(pending: PendingDeposit, source: FileSource): Promise<void> {
    const { id, organisationId, depositorId, createdAt, expiresAt } = pending;
    const { keyVersion, sealed } = this.seal(pending, pending.preview);
    await currentManager().query(
      `insert into app.pending_deposit
         (id, org_id, depositor_id, key_version, preview, created_at, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [id, organisationId, depositorId, keyVersion, sealed, createdAt, expiresAt],
    );
    let number = 0;
    for await (const bytes of inParts(source())) {
      await this.parts.insert({ organisationId, fileId: id, number }, bytes);
      number += 1;
    }
  }

  override find(id: string, now: Instant): Promise<KeptDeposit | null> {
    return this.read(id, now, '');
  }

  override take(id: string, now: Instant): Promise<KeptDeposit | null> {
    return this.read(id, now, 'for update');
  }

  override async revise(pending: PendingDeposit, preview: DepositPreview): Promise<void> {
    const { keyVersion, sealed } = this.seal(pending, preview);
    await currentManager().query(
      'update app.pending_deposit set key_version = $2, preview = $3 where id = $1',
      [pending.id, keyVersion, sealed],
    );
  }

  override async settle(id: string, fileId: string): Promise<void> {
    const manager = currentManager();
    await manager.query('update app.pending_deposit set file_id = $2 where id = $1', [id, fileId]);
    await manager.query('delete from app.pending_content where file_id = $1', [id]);
  }

  override async drop(id: string): Promise<void> {
    await currentManager().query('delete from app.pending_deposit where id = $1', [id]);
  }

  override async dropOlder({ id, depositorId }: PendingDeposit, most: number): Promise<void> {
    await currentManager().query(
      `delete from app.pending_deposit where id in (select id from app.pending_deposit
         where depositor_id = $1 and id <> $2 and file_id is null
         order by created_at desc, id offset $3)`,
      [depositorId, id, most - 1],
    );
  }

  override source(id: string): FileSource {
    return () => this.bytes(id);
  }

  override part(id: string, number: number): Promise<Uint8Array | null> {
    return this.parts.read(id, number);
  }

  override async deleteExpired(now: Instant): Promise<number> {
    const [, count] = (await currentManager().query(
      'delete from app.pending_deposit where expires_at < $1',
      [now],
    )) as [unknown, number];
    return count;
  }

  private async *bytes(id: string): AsyncGenerator<Uint8Array> {
    for (let number = 0; ; number += 1) {
      const part = await this.part(id, number);
      if (!part) return;
      yield part;
    }
  }

  private async read(id: string, now: Instant, lock: string): Promise<KeptDeposit | null> {
    const [row]: PendingRow[] = await currentManager().query(
      `select id, org_id, depositor_id, key_version, preview, file_id, created_at, expires_at
       from app.pending_deposit where id = $1 and expires_at > $2 ${lock}`,
      [id, now],
    );
    return row ? this.pendingOf(row) : null;
  }

  private pendingOf(row: PendingRow): KeptDeposit {
    const place = placeOf({ id: row.id, organisationId: row.org_id });
    const text = this.cipher.open({ keyVersion: row.key_version, sealed: row.preview }, place);
    return {
      id: row.id,
      organisationId: row.org_id,
      depositorId: row.depositor_id,
      // Written by this class and sealed since: it is what it was.
      preview: JSON.parse(text) as DepositPreview,
      version: versionOf(row.preview),
      fileId: row.file_id,
      createdAt: row.created_at,
      expiresAt: row.expires_at,
    };
  }

  private seal(pending: Pick<PendingDeposit, 'id' | 'organisationId'>, preview: DepositPreview) {
    return this.cipher.seal(JSON.stringify(preview), placeOf(pending));
  }
}

function placeOf({
  id,
  organisationId,
}: Pick<PendingDeposit, 'id' | 'organisationId'>): FieldPlace {
  return { table: 'pending_deposit', column: 'preview', rowId: id, organisationId };
}

/** Sealed anew at each change, never twice the same: its hash says which one it is, and nothing of it. */
function versionOf(sealed: Buffer): string {
  return createHash('sha256').update(sealed).digest('base64url').slice(0, 22);
}
