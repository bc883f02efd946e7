import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { TransitionColumns } from '../../platform/database/index.js';

/** Table `app.referral_transition`: one line of the history of a referral; a trigger ties it to it. */
@Entity('referral_transition')
@Index('referral_transition_of', ['referralId', 'recordedAt'])
export class ReferralTransitionEntity extends TransitionColumns {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'referral_transition_pkey' })
  id: string;

  @Column('uuid', { name: 'referral_id' })
  referralId: string;

  @Column('uuid', { name: 'ml_id' })
  mlId: string;

  @Column('uuid', { name: 'unit_id' })
  unitId: string;

  @Column('boolean', { name: 'is_correction', default: false })
  isCorrection: boolean;

  /** What an act wrote that no file can tell again. */
  @Column('jsonb', { nullable: true })
  said: object | null;

  /** The outcome that the act replaced, and the new one, as lists show them. */
  @Column('jsonb', { name: 'replaced_outcome', nullable: true })
  replacedOutcome: object | null;
}
