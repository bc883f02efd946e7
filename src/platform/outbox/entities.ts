import { InboxReceiptEntity } from './inbox-receipt.entity.js';
import { OutboxMessageEntity } from './outbox-message.entity.js';

/** The tables of the outbox and of its consumers, for the data source. */
export const OUTBOX_ENTITIES = [OutboxMessageEntity, InboxReceiptEntity];
