import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Instant } from '../../kernel/index.js';

/** Table `app.exchange_slot`: what an emitter owes, and when. */
@Entity('exchange_slot')
@Check(
  'exchange_slot_state',
  `state in ('upcoming', 'expected', 'received', 'nil', 'closed', 'late', 'missing', 'exempt')`,
)
@Unique('exchange_slot_key', ['orgId', 'flow', 'mode', 'period'])
export class ExchangeSlotEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'exchange_slot_pkey' })
  id: string;

  @Column('uuid', { name: 'org_id' })
  @ForeignKey('OrganisationEntity', { name: 'exchange_slot_org' })
  orgId: string;

  @Column('text')
  flow: string;

  @Column('text')
  mode: string;

  @Column('text')
  period: string;

  @Column('text')
  state: string;

  @Column('timestamptz', { name: 'opens_at' })
  opensAt: Instant;

  @Column('timestamptz', { name: 'due_at' })
  dueAt: Instant;

  @Column('timestamptz', { name: 'closes_at' })
  @Index('exchange_slot_open', { where: 'closed_at is null' })
  closesAt: Instant;

  /** From then on nothing of it changes any more. */
  @Column('timestamptz', { name: 'closed_at', nullable: true })
  closedAt: Instant | null;

  /** Code of the reason why nothing is owed. */
  @Column('text', { name: 'exempt_reason', nullable: true })
  exemptReason: string | null;
}
