import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Instant } from '../../kernel/index.js';
import { currentManager } from '../../platform/database/index.js';
import type { ReferenceSetName } from '../domain/reference-table.js';
import {
  ReferenceArchive,
  type AppliedCounts,
  type AppliedVersion,
  type WaitingFile,
} from '../use-cases/reference/reference-archive.js';

const WAITING = `select id, set_name as "set", sha256, row_count as "rowCount",
  valid_from as "validFrom", put_by as "putBy", put_at as "putAt"
  from app.reference_file where number is null`;

const VERSIONS = `select f.number, f.sha256, f.row_count as "rowCount", f.valid_from as "validFrom",
  f.applied_at as "appliedAt", a.display_name as "appliedBy", f.added, f.changed, f.ended
  from app.reference_file f left join app.account a on a.id::text = f.applied_by
  where f.set_name = $1 and f.number is not null order by f.number desc limit 50`;

interface Content {
  readonly content: Buffer;
}

/** The files of reference data in PostgreSQL. */
@Injectable()
export class DatabaseReferenceArchive extends ReferenceArchive {
  override hash(bytes: Uint8Array | string): string {
    return createHash('sha256').update(bytes).digest('hex');
  }

  override async keep(file: WaitingFile, content: Buffer): Promise<void> {
    const { id, set, sha256, rowCount, validFrom, putBy, putAt } = file;
    await currentManager().query(
      `delete from app.reference_file
       where number is null and put_at < $1::timestamptz - interval '1 day'`,
      [putAt],
    );
    await currentManager().query(
      `insert into app.reference_file
         (id, set_name, sha256, content, row_count, valid_from, put_by, put_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [id, set, sha256, content, rowCount, validFrom, putBy, putAt],
    );
  }

  override async waiting(id: string): Promise<WaitingFile | undefined> {
    const [row]: WaitingFile[] = await currentManager().query(`${WAITING} and id = $1`, [id]);
    return row;
  }

  override async waitingOf(set: ReferenceSetName): Promise<readonly WaitingFile[]> {
    const rows: WaitingFile[] = await currentManager().query(
      `${WAITING} and set_name = $1 order by put_at desc limit 50`,
      [set],
    );
    return rows;
  }

  override async content(id: string): Promise<Buffer> {
    const [row]: Content[] = await currentManager().query(
      'select content from app.reference_file where id = $1',
      [id],
    );
    if (!row) throw new Error('a file that waits has no content');
    return row.content;
  }

  override async forget(id: string): Promise<void> {
    await currentManager().query(
      'delete from app.reference_file where id = $1 and number is null',
      [id],
    );
  }

  override async applied(
    id: string,
    { actorId, at }: { readonly actorId: string; readonly at: Instant },
    { added, changed, ended }: AppliedCounts,
  ): Promise<number> {
    const [[row]]: [{ number: number }[], number] = await currentManager().query(
      `update app.reference_file f set applied_by = $2, applied_at = $3, added = $4, changed = $5,
         ended = $6, number = 1 + coalesce((select max(number) from app.reference_file o
           where o.set_name = f.set_name), 0)
       where id = $1 returning number`,
      [id, actorId, at, added, changed, ended],
    );
    if (!row) throw new Error('a file that was applied is there no more');
    return row.number;
  }

  override async versions(set: ReferenceSetName): Promise<readonly AppliedVersion[]> {
    const rows: AppliedVersion[] = await currentManager().query(VERSIONS, [set]);
    return rows;
  }

  override async versionContent(
    set: ReferenceSetName,
    number: number,
  ): Promise<Buffer | undefined> {
    const [row]: Content[] = await currentManager().query(
      'select content from app.reference_file where set_name = $1 and number = $2',
      [set, number],
    );
    return row?.content;
  }
}
