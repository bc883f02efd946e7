import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import type { Instant } from '../../kernel/index.js';
import { ExchangeFileEntity } from './exchange-file.entity.js';

/** Table `app.exchange_transition`: one step of a deposited file. */
@Entity('exchange_transition')
@ForeignKey(() => ExchangeFileEntity, ['orgId', 'fileId'], ['orgId', 'id'], {
  name: 'exchange_transition_file',
})
@Index('exchange_transition_of', ['fileId', 'recordedAt'])
export class ExchangeTransitionEntity {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'exchange_transition_pkey' })
  id: string;

  @Column('uuid', { name: 'org_id' })
  orgId: string;

  @Column('uuid', { name: 'file_id' })
  fileId: string;

  @Column('text', { name: 'from_step', nullable: true })
  fromStep: string | null;

  @Column('text', { name: 'to_step' })
  toStep: string;

  @Column('text', { nullable: true })
  reason: string | null;

  /** That of the lease under which it was done, if any. */
  @Column('bigint', { nullable: true })
  token: number | null;

  @Column('timestamptz', { name: 'recorded_at', default: () => 'clock_timestamp()' })
  recordedAt: Instant;
}
