import type { NewJob } from '../queue/index.js';
import type { PendingMessage } from './outbox-table.js';

/** Name of the jobs that deliver to a consumer. */
export function deliveryJobName(consumer: string): string {
  return `deliver.${consumer}`;
}

/** Queue of the deliveries of a listener. */
export function deliveryQueue(subscription: { readonly queue?: string }): string {
  return subscription.queue ?? 'events';
}

/**
 * The job that delivers a message to a consumer. Its id comes from the message, so that handing
 * it over twice makes one job: `ob-` + uuid (REL-02) + the consumer, as there may be several.
 */
export function deliveryJob({ id }: PendingMessage, consumer: string): NewJob {
  return {
    name: deliveryJobName(consumer),
    data: { messageId: id },
    jobId: `ob-${id}-${consumer}`,
  };
}
