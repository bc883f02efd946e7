import { Injectable } from '@nestjs/common';
import { currentManager } from '../../platform/database/index.js';
import type { Notice } from '../domain/calendar/notice.js';
import { Notices, type NoticePosition } from '../use-cases/calendar-ports.js';

const COLUMNS = `t.id, t.org_id as "organisationId", t.key, t.kind, t.audience, t.flow, t.mode,
  t.period, t.sequence, t.file_id as "fileId", t.file_name as "fileName", t.partner,
  t.due_at as "dueAt", t.issued_at as "issuedAt"`;

/** Notices in PostgreSQL; row-level security decides whose are read. */
@Injectable()
export class DatabaseNotices extends Notices {
  override async issue(notice: Notice): Promise<boolean> {
    const rows: unknown[] = await currentManager().query(
      `insert into app.exchange_notice (id, org_id, key, kind, audience, flow, mode, period, sequence,
         file_id, file_name, partner, due_at, issued_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
       on conflict (org_id, key) do nothing returning id`,
      [
        notice.id,
        notice.organisationId,
        notice.key,
        notice.kind,
        notice.audience,
        notice.flow,
        notice.mode,
        notice.period,
        notice.sequence,
        notice.fileId,
        notice.fileName,
        notice.partner,
        notice.dueAt,
        notice.issuedAt,
      ],
    );
    return rows.length > 0;
  }

  override async page(
    limit: number,
    after: NoticePosition | null,
  ): Promise<{ items: Notice[]; total: number }> {
    const [counted]: { total: number }[] = await currentManager().query(
      'select count(*) as total from app.exchange_notice',
    );
    const items: Notice[] = await currentManager().query(
      `select ${COLUMNS} from app.exchange_notice t
       where $1::timestamptz is null or (t.issued_at, t.id) < ($1::timestamptz, $2::uuid)
       order by t.issued_at desc, t.id desc limit ${limit}`,
      [after?.issuedAt ?? null, after?.id ?? null],
    );
    return { items, total: counted?.total ?? 0 };
  }

  override async byId(id: string): Promise<Notice | null> {
    const [notice]: Notice[] = await currentManager().query(
      `select ${COLUMNS} from app.exchange_notice t where t.id = $1`,
      [id],
    );
    return notice ?? null;
  }
}
