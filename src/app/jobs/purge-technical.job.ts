import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { PurgeExpiredAccess } from '../../accounts/index.js';
import { PurgePersonReadings } from '../../audit/index.js';
import { PurgeTests } from '../../exchanges/index.js';
import { PurgeRegistrations } from '../../information-sessions/index.js';
import { UnitOfWork } from '../../kernel/index.js';
import { deleteExpiredKeys } from '../../platform/database/index.js';
import { EventLog } from '../../platform/logging/index.js';
import { PurgeDoneMessages } from '../../platform/outbox/index.js';
import { deleteQuietQuotas } from '../../platform/quota/index.js';
import { JobHandler, type JobRunner } from '../../platform/queue/index.js';
import { PurgePreparations } from '../../referrals/index.js';
import { systemTask } from '../system-task.js';

/** Every night, forgets what serves nobody any more: kept answers, tokens, sessions, old events, tests, drafts, counts of readings. */
@Injectable()
@JobHandler({
  queue: 'purge',
  name: 'purge.technical',
  concurrency: 1,
  repeat: { cron: '10 3 * * *', timeZone: 'UTC' },
})
export class PurgeTechnicalJob implements JobRunner {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: PurgeExpiredAccess,
    private readonly messages: PurgeDoneMessages,
    private readonly tests: PurgeTests,
    private readonly drafts: PurgePreparations,
    private readonly registrations: PurgeRegistrations,
    private readonly readings: PurgePersonReadings,
    private readonly log: EventLog,
  ) {}

  async handle(): Promise<void> {
    const answers = await this.unitOfWork.run(systemTask('idempotency.purge'), deleteExpiredKeys);
    const access = await this.access.execute(randomUUID());
    const { messages, receipts } = await this.messages.execute();
    const tests = await this.tests.execute(randomUUID());
    const drafts = await this.drafts.execute(randomUUID());
    const registrations = await this.registrations.execute(randomUUID());
    const readings = await this.readings.execute(randomUUID());
    const quotas = await this.unitOfWork.run(systemTask('quota.purge'), deleteQuietQuotas);
    const counts = {
      ...{ answers, ...access, messages, receipts, tests, drafts },
      ...{ registrations, readings, quotas },
    };
    for (const [kind, count] of Object.entries(counts)) {
      this.log.info('purge.done', { task: kind, count });
    }
  }
}
