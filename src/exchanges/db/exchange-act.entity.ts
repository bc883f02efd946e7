import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/index.js';

// Spread each time: the decorator writes into the object it is given.
const KEY = { primaryKeyConstraintName: 'exchange_act_pk' };

/** Table `app.exchange_act`: what the calendar did, once, by its civil date (ADR 0019). */
@Entity('exchange_act')
export class ExchangeActEntity {
  @PrimaryColumn('uuid', { name: 'org_id', ...KEY })
  @ForeignKey('OrganisationEntity', { name: 'exchange_act_org' })
  orgId: string;

  @PrimaryColumn('text', { ...KEY })
  key: string;

  @Column('timestamptz', { name: 'due_at' })
  @Index('exchange_act_due')
  dueAt: Instant;

  @Column('timestamptz', { name: 'done_at' })
  doneAt: Instant;
}
