import { Injectable } from '@nestjs/common';
import { parseMonth } from '../../kernel/index.js';
import { OnEvent, type DeliveredEvent, type EventListener } from '../../platform/outbox/index.js';
import { DeliveryOrders } from '../use-cases/delivery-orders.js';
import { ExchangeLedger } from '../use-cases/ports.js';

/** What a late file changed goes to its recipients with the daily round (exchange.md 7.a). */
@Injectable()
@OnEvent('exchange-file.supplement.v1', { consumer: 'exchange-file-supplement' })
export class OnSupplementListener implements EventListener {
  constructor(
    private readonly ledger: ExchangeLedger,
    private readonly orders: DeliveryOrders,
  ) {}

  /** Runs in the scope of the emitter, whose file names the recipients. */
  async handle({ subjectId, messageId, correlationId }: DeliveredEvent): Promise<void> {
    const place = (await this.ledger.byId(subjectId))?.place;
    const period = place ? parseMonth(place.period) : undefined;
    if (!place || !period) return;
    const { flow, mode } = place;
    const common = { flow, mode, period, noticeFileId: null, nature: 'C' } as const;
    const recipients = await this.ledger.recipients(subjectId);
    await this.orders.addAll(
      recipients.map((recipientId) => ({
        order: { ...common, recipientId },
        jobId: `supplement-${messageId}-${recipientId}`,
        correlationId,
      })),
    );
  }
}
