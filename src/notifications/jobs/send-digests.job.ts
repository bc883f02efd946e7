import { Injectable } from '@nestjs/common';
import { EventLog } from '../../platform/logging/index.js';
import { JobHandler, type Job, type JobRunner } from '../../platform/queue/index.js';
import { DigestPost } from '../use-cases/ports.js';
import { PrepareDigests } from '../use-cases/prepare-digests.js';
import { SendDigests } from '../use-cases/send-digests.js';

/**
 * Every quarter of an hour, writes to those whose hour has come. The quarter decides nothing but when
 * we look; without a mail server, nothing is looked at.
 */
@Injectable()
@JobHandler({
  queue: 'notifications',
  name: 'digest.send',
  concurrency: 1,
  repeat: { cron: '*/15 * * * *', timeZone: 'UTC' },
})
export class SendDigestsJob implements JobRunner {
  constructor(
    private readonly prepare: PrepareDigests,
    private readonly send: SendDigests,
    private readonly post: DigestPost,
    private readonly log: EventLog,
  ) {}

  async handle(_job: Job, signal: AbortSignal): Promise<void> {
    if (!this.post.isOn) return;
    const unprepared = await this.prepare.execute(signal);
    const { sent, failures } = await this.send.execute(signal);
    if (sent > 0) this.log.info('digest.sent', { count: sent });
    for (const failure of unprepared) this.log.error('digest.unprepared', failure);
    for (const failure of failures) this.log.error('digest.failed', failure);
  }
}
