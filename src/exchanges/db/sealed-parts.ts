import { currentManager } from '../../platform/database/index.js';
import type { FieldCipher, FieldPlace } from '../../platform/security/index.js';

interface SealedRow {
  readonly org_id: string;
  readonly part: number;
  readonly key_version: number;
  readonly bytes: Buffer;
}

/** A part of a file: whose file it is, and its number from 0. */
export interface PartPlace {
  readonly organisationId: string;
  readonly fileId: string;
  readonly number: number;
}

/** Parts of files, each sealed at its own place: a dump of the table names nobody (SEC-41). */
export class SealedParts {
  constructor(
    private readonly cipher: FieldCipher,
    private readonly table: 'exchange_content' | 'mailbox_content' | 'pending_content',
  ) {}

  /** Seals a part and adds its row. */
  async insert(place: PartPlace, bytes: Uint8Array): Promise<void> {
    const { keyVersion, sealed } = this.cipher.sealBytes(bytes, this.placeOf(place));
    await currentManager().query(
      `insert into app.${this.table} (org_id, file_id, part, key_version, bytes)
       values ($1, $2, $3, $4, $5)`,
      [place.organisationId, place.fileId, place.number, keyVersion, sealed],
    );
  }

  /** The number after the last part of a file. */
  async nextNumber(fileId: string): Promise<number> {
    const [row]: { next: number }[] = await currentManager().query(
      `select coalesce(max(part) + 1, 0)::int as next from app.${this.table} where file_id = $1`,
      [fileId],
    );
    return row?.next ?? 0;
  }

  /** Deletes the parts before a number. */
  async removeBelow(number: number, fileId: string): Promise<void> {
    await currentManager().query(`delete from app.${this.table} where file_id = $1 and part < $2`, [
      fileId,
      number,
    ]);
  }

  /**
   * Reads and opens a part, counted from 0 among those there are; `null` when the scope sees no such part.
   * @throws UnreadableField when the row was altered or moved, or its key is gone.
   */
  async read(fileId: string, number: number): Promise<Uint8Array | null> {
    const [row]: SealedRow[] = await currentManager().query(
      `select org_id, part, key_version, bytes from app.${this.table} where file_id = $1
       order by part offset $2 limit 1`,
      [fileId, number],
    );
    if (!row) return null;
    const place = this.placeOf({ organisationId: row.org_id, fileId, number: row.part });
    return this.cipher.openBytes({ keyVersion: row.key_version, sealed: row.bytes }, place);
  }

  private placeOf({ organisationId, fileId, number }: PartPlace): FieldPlace {
    const rowId = `${fileId.toLowerCase()}:${number}`;
    return { table: this.table, column: 'bytes', rowId, organisationId };
  }
}
