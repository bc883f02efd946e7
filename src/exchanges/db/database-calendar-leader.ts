import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CalendarLeader } from '../use-cases/calendar-ports.js';

const LOCK = `select pg_try_advisory_xact_lock(hashtextextended('exchange-calendar', 0)) as leads`;

/**
 * Leads by a lock of PostgreSQL, held by a transaction of its own: it ends with the process, however
 * that dies, and a pool in transaction mode keeps it whole.
 */
@Injectable()
export class DatabaseCalendarLeader extends CalendarLeader {
  constructor(private readonly dataSource: DataSource) {
    super();
  }

  override async lead(work: () => Promise<void>): Promise<boolean> {
    const runner = this.dataSource.createQueryRunner();
    try {
      await runner.startTransaction();
      const [row]: { leads: boolean }[] = await runner.query(LOCK);
      if (row?.leads !== true) return false;
      await work();
      return true;
    } finally {
      // Whatever happened to the connection, the lock is gone with it.
      await runner.rollbackTransaction().catch(() => undefined);
      await runner.release();
    }
  }
}
