import { Injectable } from '@nestjs/common';
import { EventLog } from '../../platform/logging/index.js';
import { Mailer } from '../../platform/mail/index.js';
import { JobHandler, type Job, type JobRunner } from '../../platform/queue/index.js';
import { SendInvitations } from '../use-cases/send-invitations.js';

/** Every quarter of an hour, invites those who wait for it; without a mail server, nobody is looked at. */
@Injectable()
@JobHandler({
  queue: 'notifications',
  name: 'invitation.send',
  concurrency: 1,
  repeat: { cron: '7-59/15 * * * *', timeZone: 'UTC' },
})
export class SendInvitationsJob implements JobRunner {
  constructor(
    private readonly send: SendInvitations,
    private readonly mailer: Mailer,
    private readonly log: EventLog,
  ) {}

  async handle(_job: Job, signal: AbortSignal): Promise<void> {
    if (!this.mailer.isOn) return;
    const { sent, failures } = await this.send.execute(signal);
    if (sent > 0) this.log.info('invitation.sent', { count: sent });
    for (const failure of failures) this.log.error('invitation.failed', failure);
  }
}
