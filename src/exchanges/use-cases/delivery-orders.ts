import type { DeliveryOrder } from './make-delivery.js';

/** An order to be carried out by a job; the same id twice is one job as long as it is not done. */
export interface PlacedOrder {
  readonly order: DeliveryOrder;
  readonly jobId: string;
  readonly correlationId: string;
}

/** Where deliveries are ordered; an order given up under the same id is taken up again. */
export abstract class DeliveryOrders {
  abstract addAll(orders: readonly PlacedOrder[]): Promise<void>;
}
