import { Injectable } from '@nestjs/common';
import { Configuration } from '../../platform/config/index.js';
import { OnEvent, type DeliveredEvent, type EventListener } from '../../platform/outbox/index.js';
import { Enqueues, JobQueue } from '../../platform/queue/index.js';
import { ExchangeLedger } from '../use-cases/ports.js';
import { MAKE_DELIVERY, type DeliveryJobData } from './make-delivery.job.js';

/** It is told because it happened, not because a moment came. */
const NO_ACT = { actKey: null, actDueAt: null, nature: null } as const;

/**
 * What a file changed goes on to its recipients: at once for a notice, and in the demonstration;
 * otherwise with the month (exchange.md 7.a, calendar).
 */
@Injectable()
@OnEvent('exchange-file.applied.v1', { consumer: 'exchange-file-recipients' })
@Enqueues(MAKE_DELIVERY)
export class OnExchangeFileAppliedListener implements EventListener {
  constructor(
    private readonly ledger: ExchangeLedger,
    private readonly jobs: JobQueue,
    private readonly configuration: Configuration,
  ) {}

  /** Runs in the scope of the emitter, whose file names the recipients. */
  async handle({ subjectId, messageId, payload, correlationId }: DeliveredEvent): Promise<void> {
    const { flow, mode, period, nature } = payload;
    const isNotice = nature === 'S';
    // A test had no effect: there is nothing to tell (exchange.md 7.k).
    if (mode === 'T') return;
    if (!isNotice && !this.configuration.demonstration) return;
    const recipients = await this.ledger.recipients(subjectId);
    const place = isNotice
      ? { period: null, noticeFileId: subjectId }
      : { period: String(period), noticeFileId: null };
    await this.jobs.addMany(
      flowsToldBy(String(flow)).flatMap((one) =>
        recipients.map((recipientId) => {
          const of = { recipientId, flow: one, mode: String(mode), ...place };
          const data: DeliveryJobData = { ...of, ...NO_ACT, correlationId };
          const jobId = ['delivery', messageId, recipientId, ...(one === flow ? [] : [one])];
          return { name: MAKE_DELIVERY, data, jobId: jobId.join('-') };
        }),
      ),
    );
  }
}

/** An incorporation that comes late makes an exit count that waited for it: that one is news too. */
function flowsToldBy(flow: string): readonly string[] {
  return flow === 'INC' ? ['INC', 'SOR'] : [flow];
}
