import { Injectable } from '@nestjs/common';
import { Enqueues, JobQueue } from '../../platform/queue/index.js';
import { DeliveryOrders, type PlacedOrder } from '../use-cases/delivery-orders.js';
import { deliveryJobData, MAKE_DELIVERY } from './make-delivery.job.js';

/** Orders deliveries by the queue; one given up under the same id is taken up again. */
@Injectable()
@Enqueues(MAKE_DELIVERY)
export class QueuedDeliveryOrders extends DeliveryOrders {
  constructor(private readonly jobs: JobQueue) {
    super();
  }

  override async addAll(orders: readonly PlacedOrder[]): Promise<void> {
    if (orders.length === 0) return;
    await this.jobs.addAgain(
      orders.map(({ order, jobId, correlationId }) => ({
        name: MAKE_DELIVERY,
        data: deliveryJobData(order, correlationId),
        jobId,
      })),
    );
  }
}
