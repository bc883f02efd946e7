import { Injectable } from '@nestjs/common';
import { currentManager } from '../../platform/database/index.js';
import type { RowDelivery } from '../domain/row-delivery.js';
import { SentParts, type SentPart, type SentPosition } from '../use-cases/consult-sent-files.js';

/** Parts of outbound files as their emitter sees them; row-level security shows it no other one. */
@Injectable()
export class DatabaseSentParts extends SentParts {
  override async page(
    emitterId: string,
    limit: number,
    after: SentPosition | null,
  ): Promise<{ items: SentPart[]; total: number }> {
    const [counted]: { total: number }[] = await currentManager().query(
      'select count(*) as total from app.delivery_part where emitter_id = $1',
      [emitterId],
    );
    const items: SentPart[] = await currentManager().query(
      `select t.file_id as id, t.org_id as "recipientId", t.flow, t.mode, t.period,
         t.row_count as rows, t.refused_count as "refusedRows", t.available_at as "availableAt",
         t.state, t.status, t.acknowledged_at as "acknowledgedAt"
       from app.delivery_part t
       where t.emitter_id = $1
         and ($2::timestamptz is null or (t.available_at, t.file_id) < ($2::timestamptz, $3::uuid))
       order by t.available_at desc, t.file_id desc limit ${limit}`,
      [emitterId, after?.availableAt ?? null, after?.id ?? null],
    );
    return { items, total: counted?.total ?? 0 };
  }

  override async rowsOf(
    fileId: string,
    limit: number,
    afterLine: number,
  ): Promise<{ items: RowDelivery[]; total: number }> {
    const [counted]: { total: number }[] = await currentManager().query(
      `select count(*) as total ${TOLD_ROWS}`,
      [fileId],
    );
    const items: RowDelivery[] = await currentManager().query(
      `select r.line, d.available_at as "availableAt", d.status, d.refused_code as "refusedCode"
       ${TOLD_ROWS} and r.line > $2::numeric order by r.line limit ${limit}`,
      [fileId, afterLine],
    );
    return { items, total: counted?.total ?? 0 };
  }
}

/** Rows that changed something, each with the first outbound line that told its record since. */
const TOLD_ROWS = `from app.exchange_row r
  join app.exchange_file f on f.id = r.file_id
  cross join lateral (select p.available_at, p.status, l.refused_code
    from app.delivery_line l
    join app.delivery_part p on p.file_id = l.file_id and p.emitter_id = l.emitter_id
    where l.emitter_id = f.org_id and l.resource_id = r.resource_id and p.flow = f.flow
      and p.org_id = r.recipient_id and p.available_at >= f.applied_at
    order by p.available_at limit 1) d
  where r.file_id = $1 and r.state = 'A'`;
