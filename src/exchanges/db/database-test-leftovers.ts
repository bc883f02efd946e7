import { Injectable } from '@nestjs/common';
import type { Instant } from '../../kernel/index.js';
import { currentManager } from '../../platform/database/index.js';
import { KEPT_STATES } from '../domain/test-keeping.js';
import { TestLeftovers } from '../use-cases/purge-tests.js';

const TABLES = ['exchange_content', 'exchange_row', 'exchange_anomaly'] as const;

/** What tests left, in PostgreSQL; row-level security lets nothing else go. */
@Injectable()
export class DatabaseTestLeftovers extends TestLeftovers {
  override async deleteBefore(instant: Instant): Promise<number> {
    let deleted = 0;
    for (const table of TABLES) {
      const [, count] = (await currentManager().query(
        `delete from app.${table} where file_id in (select id from app.exchange_file
         where mode = 'T' and received_at < $1 and coalesce(applied_at, received_at) < $1 and state <> all ($2))`,
        [instant, KEPT_STATES],
      )) as [unknown, number];
      deleted += count;
    }
    return deleted;
  }
}
