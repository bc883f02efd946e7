import type { FlowDelivery } from './flow-ports.js';

/** Who tells the recipients of each flow. */
export class FlowDeliveries {
  constructor(private readonly deliveries: ReadonlyMap<string, FlowDelivery>) {}

  /** @throws Error for a flow without a folder */
  of(flowCode: string): FlowDelivery {
    const delivery = this.deliveries.get(flowCode);
    if (!delivery) throw new Error(`no folder delivers the flow ${flowCode}`);
    return delivery;
  }
}
