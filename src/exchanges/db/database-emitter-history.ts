import { Injectable } from '@nestjs/common';
import type { Instant } from '../../kernel/index.js';
import { currentManager } from '../../platform/database/index.js';
import type { EarlierRates, PhotoRates } from '../deposit/index.js';
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

  override async rowsOfPhotos(...of: PhotosOf): Promise<number[]> {
    const rows: { row_count: number }[] = await currentManager().query(photos(''), of);
    return rows.map((row) => row.row_count);
  }

  override async ratesOfPhotos(...of: PhotosOf): Promise<EarlierRates[]> {
    const rows: { row_count: number; column_rates: PhotoRates | null }[] =
      await currentManager().query(photos(', t.column_rates'), of);
    return rows.map((row) => ({ rows: row.row_count, rates: row.column_rates }));
  }

  override async keepRates(fileId: string, rates: PhotoRates): Promise<void> {
    const sql = 'update app.exchange_file set column_rates = $2 where id = $1';
    await currentManager().query(sql, [fileId, JSON.stringify(rates)]);
  }
}

type PhotosOf = [organisationId: string, flow: string, beforePeriod: string, count: number];

/** The latest photo of each of the latest periods. */
const photos = (more: string): string =>
  `select distinct on (t.period) t.period, t.row_count${more} from app.exchange_file t
   where t.org_id = $1 and t.flow = $2 and t.mode = 'P' and t.period < $3
     and t.nature in ('I', 'R') and t.state in ('applied', 'closed')
   order by t.period desc, t.sequence desc limit $4`;
