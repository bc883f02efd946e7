import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Actor } from '../../kernel/index.js';
import { leaveReceipt } from './outbox-table.js';

/** Keeps the effect of a message single, however often it is delivered (REL-03). */
@Injectable()
export class Inbox {
  constructor(private readonly uow: UnitOfWork) {}

  /**
   * Does `work` and notes the receipt of `consumer` in one transaction under `actor`. A second
   * process with the same message waits for the first, then does nothing.
   *
   * @returns false when the consumer had done it already.
   */
  handleOnce(
    consumer: string,
    messageId: string,
    actor: Actor,
    work: () => Promise<void>,
    options?: { readonly lens?: 'technical' },
  ): Promise<boolean> {
    return this.uow.run(
      actor,
      async () => {
        const isFirst = await leaveReceipt(consumer, messageId);
        if (isFirst) await work();
        return isFirst;
      },
      options,
    );
  }
}
