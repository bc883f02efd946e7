import { Injectable } from '@nestjs/common';
import { currentManager, rowsOf } from '../../platform/database/index.js';
import type { ReturnEpisode } from '../domain/return-episode.js';
import { ReadMarks } from '../use-cases/ports.js';
import { unreadBy } from './return-rows.js';

/** Who read what, in PostgreSQL; the marks of a unit are its own. */
@Injectable()
export class DatabaseReadMarks extends ReadMarks {
  override async unread(ids: readonly string[], readerId: string): Promise<ReadonlySet<string>> {
    if (ids.length === 0) return new Set();
    const rows = await rowsOf<{ id: string }>(
      `select t.id from app.return_episode t where t.id = any($2::uuid[]) and ${unreadBy('$1')}`,
      [readerId, ids],
    );
    return new Set(rows.map(({ id }) => id));
  }

  override async mark({ id, unitId }: ReturnEpisode, readerId: string): Promise<void> {
    await currentManager().query(
      `insert into app.return_read_mark (episode_id, reader_id, unit_id) values ($1, $2, $3)
       on conflict on constraint return_read_mark_pkey do update set read_at = clock_timestamp()`,
      [id, readerId, unitId],
    );
  }
}
