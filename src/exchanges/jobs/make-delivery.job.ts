import { Injectable } from '@nestjs/common';
import { parseMonth } from '../../kernel/index.js';
import {
  JobHandler,
  PermanentJobFailure,
  type Job,
  type JobRunner,
} from '../../platform/queue/index.js';
import { MakeDelivery, type DeliveryOrder } from '../use-cases/make-delivery.js';

export const MAKE_DELIVERY = 'delivery.make';

/** Ids and the place of the file; what it will hold is read when the job runs. */
export type DeliveryJobData = {
  readonly recipientId: string;
  readonly flow: string;
  readonly mode: string;
  /** A month, or null for a notice. */
  readonly period: string | null;
  /** The notice it passes on, or null for a month. */
  readonly noticeFileId: string | null;
  readonly correlationId: string;
};

/** Makes one file for one recipient. Run twice, it finds nothing more to say. */
@Injectable()
@JobHandler({ queue: 'deliveries', name: MAKE_DELIVERY, concurrency: 2 })
export class MakeDeliveryJob implements JobRunner<DeliveryJobData> {
  constructor(private readonly makeDelivery: MakeDelivery) {}

  async handle({ data }: Job<DeliveryJobData>): Promise<void> {
    const { recipientId, flow, mode, noticeFileId, correlationId } = data;
    const period = data.period === null ? null : parseMonth(data.period);
    if (period === undefined || (mode !== 'P' && mode !== 'T')) {
      throw new PermanentJobFailure('delivery-without-a-place');
    }
    const order: DeliveryOrder = { recipientId, flow, mode, period, noticeFileId };
    await this.makeDelivery.execute(order, correlationId);
  }
}
