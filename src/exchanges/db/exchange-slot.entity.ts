import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
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
  closesAt: Instant;
}
