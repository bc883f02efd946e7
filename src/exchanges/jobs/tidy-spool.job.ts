import { Injectable } from '@nestjs/common';
import { JobHandler, type JobRunner } from '../../platform/queue/index.js';
import { SpoolDelays } from '../domain/spool-plan.js';
import { Spool, SPOOL_TRAYS } from '../use-cases/spool-ports.js';

/** Every night, removes what an organisation did not fetch in time: it names people. */
@Injectable()
@JobHandler({
  queue: 'spool',
  name: 'spool.tidy',
  concurrency: 1,
  repeat: { cron: '23 2 * * *', timeZone: 'UTC' },
})
export class TidySpoolJob implements JobRunner {
  constructor(
    private readonly spool: Spool,
    private readonly delays: SpoolDelays,
  ) {}

  async handle(): Promise<void> {
    for (const code of await this.spool.codes()) {
      for (const tray of SPOOL_TRAYS) await this.spool.tidy(code, tray, this.delays.kept[tray]);
    }
  }
}
