import { Injectable } from '@nestjs/common';
import { EventLog } from '../../platform/logging/index.js';
import { JobHandler, type Job, type JobRunner } from '../../platform/queue/index.js';
import { RunCalendar } from '../use-cases/run-calendar.js';
import { CalendarFigures } from './calendar-figures.js';

const EVERY_MS = 60_000;

/**
 * Every minute, does what time has made due. The minute decides nothing but when we look: a round that
 * never came is made up for by the next one (ADR 0019).
 */
@Injectable()
@JobHandler({
  queue: 'calendar',
  name: 'exchange.calendar',
  concurrency: 1,
  repeat: { everyMs: EVERY_MS },
})
export class RunCalendarJob implements JobRunner {
  constructor(
    private readonly calendar: RunCalendar,
    private readonly figures: CalendarFigures,
    private readonly log: EventLog,
  ) {}

  async handle(_job: Job, signal: AbortSignal): Promise<void> {
    const round = await this.calendar.execute(signal);
    if (!round) return;
    for (const [task, count] of Object.entries(round.done)) {
      this.log.info('calendar.done', { task, count });
      this.figures.add(task, count);
    }
    for (const period of round.silentPeriods) {
      // Nothing came from anybody: somebody has to look at our door at once (exchange.md 7.h).
      this.log.fault('exchanges.no-deposit', { period });
      this.figures.add('no-deposit', 1);
    }
    for (const { kind, error } of round.failed) {
      this.log.error('calendar.failed', error, { task: kind });
    }
  }
}
