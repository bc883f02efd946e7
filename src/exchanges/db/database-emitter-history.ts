import { Injectable } from '@nestjs/common';
import type { Instant } from '../../kernel/index.js';
import { currentManager } from '../../platform/database/index.js';
import { EmitterHistory } from '../use-cases/history-ports.js';

/** The history of an emitter in PostgreSQL, from the ledger of files. */
@Injectable()
export class DatabaseEmitterHistory extends EmitterHistory {
  override async depositsSince(organisationId: string, since: Instant): Promise<number> {
    const [counted]: { total: number }[] = await currentManager().query(
      `select count(*) as total from app.exchange_file t
       where t.org_id = $1 and t.received_at > $2 and t.channel = 'api'
         and not t.faults @> '[{"code": "DEBIT_EXCESSIF"}]'::jsonb`,
      [organisationId, since],
    );
    return counted?.total ?? 0;
  }

  override async rowsOfPhotos(
    organisationId: string,
    flow: string,
    beforePeriod: string,
    count: number,
  ): Promise<number[]> {
    const rows: { row_count: number }[] = await currentManager().query(
      `select distinct on (t.period) t.period, t.row_count from app.exchange_file t
       where t.org_id = $1 and t.flow = $2 and t.mode = 'P' and t.period < $3
         and t.nature in ('I', 'R') and t.state in ('applied', 'closed')
       order by t.period desc, t.sequence desc limit $4`,
      [organisationId, flow, beforePeriod, count],
    );
    return rows.map((row) => row.row_count);
  }
}
