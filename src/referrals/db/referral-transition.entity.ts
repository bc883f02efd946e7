import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import type { Instant, LocalDate } from '../../kernel/index.js';

/** Table `app.referral_transition`: one line of the history of a referral; a trigger ties it to it. */
@Entity('referral_transition')
@Index('referral_transition_of', ['referralId', 'recordedAt'])
export class ReferralTransitionEntity {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'referral_transition_pkey' })
  id: string;

  @Column('uuid', { name: 'referral_id' })
  referralId: string;

  @Column('uuid', { name: 'ml_id' })
  mlId: string;

  @Column('uuid', { name: 'unit_id' })
  unitId: string;

  @Column('text')
  command: string;

  @Column('text', { name: 'from_state', nullable: true })
  fromState: string | null;

  @Column('text', { name: 'to_state' })
  toState: string;

  @Column('date', { name: 'effective_on' })
  effectiveOn: LocalDate;

  @Column('timestamptz', { name: 'recorded_at', default: () => 'clock_timestamp()' })
  recordedAt: Instant;

  @Column('text', { name: 'actor_type' })
  actorType: string;

  @Column('text', { name: 'actor_id' })
  actorId: string;

  @Column('text', { name: 'acting_role' })
  actingRole: string;

  @Column('uuid', { name: 'organisation_id', nullable: true })
  organisationId: string | null;

  @Column('text')
  channel: string;

  @Column('uuid', { name: 'file_id', nullable: true })
  fileId: string | null;

  @Column('int', { name: 'file_line', nullable: true })
  fileLine: number | null;

  @Column('boolean', { name: 'is_correction', default: false })
  isCorrection: boolean;

  /** What an act wrote that no file can tell again. */
  @Column('jsonb', { nullable: true })
  said: object | null;
}
