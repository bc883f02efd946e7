import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/index.js';
import { currentManager } from '../../platform/database/index.js';
import { CalendarActs, type ActRecord } from '../use-cases/calendar-ports.js';

/** Acts of the calendar in PostgreSQL: a key is written once, by one transaction. */
@Injectable()
export class DatabaseCalendarActs extends CalendarActs {
  constructor(private readonly clock: Clock) {
    super();
  }

  override async record({ organisationId, key, dueAt }: ActRecord): Promise<boolean> {
    const rows: unknown[] = await currentManager().query(
      `insert into app.exchange_act (org_id, key, due_at, done_at) values ($1, $2, $3, $4)
       on conflict do nothing returning key`,
      [organisationId, key, dueAt, this.clock.now()],
    );
    return rows.length > 0;
  }
}
