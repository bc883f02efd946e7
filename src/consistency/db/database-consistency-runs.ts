import { Injectable } from '@nestjs/common';
import type { Instant } from '../../kernel/index.js';
import { rowsOf } from '../../platform/database/index.js';
import { ConsistencyRuns, type ConsistencyRun } from '../use-cases/ports.js';

interface RunRow {
  id: string;
  started_at: Instant;
  finished_at: Instant;
  organisations: number;
  failures: number;
  found: ConsistencyRun['found'];
}

/** The checks in PostgreSQL. */
@Injectable()
export class DatabaseConsistencyRuns extends ConsistencyRuns {
  override async add(run: ConsistencyRun): Promise<void> {
    await rowsOf(
      `insert into app.consistency_run (id, started_at, finished_at, organisations, failures, found)
       values ($1, $2, $3, $4, $5, $6)`,
      [
        run.id,
        run.startedAt,
        run.finishedAt,
        run.organisations,
        run.failures,
        JSON.stringify(run.found),
      ],
    );
  }

  override async latest(limit: number): Promise<ConsistencyRun[]> {
    const rows = await rowsOf<RunRow>(
      `select id, started_at, finished_at, organisations, failures, found from app.consistency_run
       order by started_at desc limit $1`,
      [limit],
    );
    return rows.map((row) => ({
      id: row.id,
      startedAt: row.started_at,
      finishedAt: row.finished_at,
      organisations: row.organisations,
      failures: row.failures,
      found: row.found,
    }));
  }
}
