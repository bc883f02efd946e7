import { Injectable } from '@nestjs/common';
import { parseInstant, parseMonth } from '../../kernel/index.js';
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
  /** Key and moment of the act of the calendar it carries out, or null. */
  readonly actKey: string | null;
  readonly actDueAt: string | null;
  /** `C` for what adds to the photo of a month, null when what was delivered decides. */
  readonly nature: string | null;
  readonly correlationId: string;
};

/** Makes one file for one recipient. Run twice, it finds nothing more to say. */
@Injectable()
@JobHandler({ queue: 'deliveries', name: MAKE_DELIVERY, concurrency: 2 })
export class MakeDeliveryJob implements JobRunner<DeliveryJobData> {
  constructor(private readonly makeDelivery: MakeDelivery) {}

  async handle({ data }: Job<DeliveryJobData>): Promise<void> {
    await this.makeDelivery.execute(orderOf(data), data.correlationId);
  }
}

/** The data of the job that carries out an order. */
export function deliveryJobData(order: DeliveryOrder, correlationId: string): DeliveryJobData {
  const { recipientId, flow, mode, period, noticeFileId, act, nature = null } = order;
  const place = { recipientId, flow, mode, period, noticeFileId };
  const { key: actKey, dueAt: actDueAt } = act ?? { key: null, dueAt: null };
  return { ...place, actKey, actDueAt, nature, correlationId };
}

function orderOf(data: DeliveryJobData): DeliveryOrder {
  const { recipientId, flow, mode, noticeFileId, actKey, actDueAt, nature } = data;
  const period = data.period === null ? null : parseMonth(data.period);
  if (period === undefined || (mode !== 'P' && mode !== 'T')) {
    throw new PermanentJobFailure('delivery-without-a-place');
  }
  const dueAt = actDueAt === null ? undefined : parseInstant(actDueAt);
  return {
    recipientId,
    flow,
    mode,
    period,
    noticeFileId,
    ...(actKey !== null && dueAt ? { act: { key: actKey, dueAt } } : {}),
    ...(nature === 'C' ? { nature } : {}),
  };
}
