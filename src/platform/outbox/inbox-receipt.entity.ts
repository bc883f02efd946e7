import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/index.js';

// Spread each time: the decorator writes into the object it is given.
const KEY = { primaryKeyConstraintName: 'inbox_receipt_pkey' };

/** Table `app.inbox_receipt`: a consumer has had a message. */
@Entity('inbox_receipt')
export class InboxReceiptEntity {
  @PrimaryColumn('text', { ...KEY })
  consumer: string;

  @PrimaryColumn('uuid', { name: 'message_id', ...KEY })
  messageId: string;

  @Column('timestamptz', { name: 'received_at', default: () => 'now()' })
  receivedAt: Instant;
}
