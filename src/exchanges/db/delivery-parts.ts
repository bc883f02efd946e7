import type { Instant } from '../../kernel/index.js';
import { currentManager, insertRows } from '../../platform/database/index.js';
import type { Acknowledgement, MailboxFile } from '../domain/mailbox-file.js';
import type { DeliveryMark } from '../use-cases/mailbox-ports.js';

const LINE_COLUMNS = {
  org_id: 'uuid',
  file_id: 'uuid',
  line: 'int',
  emitter_id: 'uuid',
  resource_id: 'uuid',
} as const;

/** Writes down whose record each line tells, so that its emitter learns what becomes of it. */
export async function insertDelivery(
  file: MailboxFile,
  marks: readonly DeliveryMark[],
): Promise<void> {
  const { id, organisationId, flow, mode, period, availableAt, state } = file;
  const counts = new Map<string, number>();
  for (const { emitterId } of marks) counts.set(emitterId, (counts.get(emitterId) ?? 0) + 1);
  await currentManager().query(
    `insert into app.delivery_part
       (org_id, file_id, emitter_id, flow, mode, period, row_count, available_at, state)
     select $1, $2, e.id, $3, $4, $5, e.rows, $6, $7
     from unnest($8::uuid[], $9::int[]) as e(id, rows)`,
    [
      organisationId,
      id,
      flow,
      mode,
      period,
      availableAt,
      state,
      [...counts.keys()],
      [...counts.values()],
    ],
  );
  const lines = marks.map(({ resourceId, emitterId }, index) => ({
    org_id: organisationId,
    file_id: id,
    line: index + 2,
    emitter_id: emitterId,
    resource_id: resourceId,
  }));
  await insertRows('app.delivery_line', LINE_COLUMNS, lines);
}

/** The recipient has collected the file. */
export async function noteCollection(fileId: string): Promise<void> {
  await currentManager().query(
    `update app.delivery_part set state = 'downloaded' where file_id = $1 and state = 'available'`,
    [fileId],
  );
}

/** The recipient has said what became of the file, and of which of its lines (exchange.md 7.d, ADR). */
export async function noteAcknowledgement(
  fileId: string,
  { status, rows }: Acknowledgement,
  now: Instant,
): Promise<void> {
  await currentManager().query(
    `update app.delivery_line l set refused_code = r.code
     from jsonb_to_recordset($2::jsonb) as r(line int, code text)
     where l.file_id = $1 and l.line = r.line`,
    [fileId, JSON.stringify(rows)],
  );
  await currentManager().query(
    `update app.delivery_part p set state = 'acknowledged', status = $2, acknowledged_at = $3,
       refused_count = case when $2 = 'REFUSE' then p.row_count
         else (select count(*) from app.delivery_line l
           where l.file_id = p.file_id and l.emitter_id = p.emitter_id and l.refused_code is not null)
         end
     where p.file_id = $1`,
    [fileId, status, now],
  );
}
