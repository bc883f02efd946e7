import { Injectable } from '@nestjs/common';
import { OnEvent, type DeliveredEvent, type EventListener } from '../../platform/outbox/index.js';
import { Enqueues, JobQueue } from '../../platform/queue/index.js';
import { PROCESS_FILES } from './process-files.job.js';

/** Rings when a file is registered, confirmed or given back: a place is to take the next file. */
@Injectable()
@OnEvent(['exchange-file.received.v1', 'exchange-file.confirmed.v1', 'exchange-file.replayed.v1'], {
  consumer: 'exchanges-process-file',
})
@Enqueues(PROCESS_FILES)
export class OnExchangeFileReceivedListener implements EventListener {
  constructor(private readonly jobs: JobQueue) {}

  async handle({ messageId }: DeliveredEvent): Promise<void> {
    await this.jobs.add(PROCESS_FILES, {}, { jobId: `turn-${messageId}` });
  }
}
