import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/index.js';

/** Table `app.referral_preparation`: what an adviser typed and did not send yet. */
@Entity('referral_preparation')
@Index('referral_preparation_of_ml', ['mlId', 'updatedAt', 'id'])
export class PreparationEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'referral_preparation_pkey' })
  id: string;

  @Column('uuid', { name: 'ml_id' })
  @ForeignKey('OrganisationEntity', { name: 'referral_preparation_ml' })
  mlId: string;

  @Column('uuid', { name: 'adviser_id' })
  adviserId: string;

  @Column('jsonb')
  typed: Record<string, string>;

  @Column('int', { default: 1 })
  version: number;

  @Column({ type: 'timestamptz', name: 'updated_at', precision: 3, default: () => 'now()' })
  updatedAt: Instant;
}
