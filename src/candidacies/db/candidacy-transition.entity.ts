import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { TransitionColumns } from '../../platform/database/index.js';

/** Table `app.candidacy_transition`: one line of the history of a candidacy; a trigger ties it to it. */
@Entity('candidacy_transition')
@Index('candidacy_transition_of', ['candidacyId', 'recordedAt'])
export class CandidacyTransitionEntity extends TransitionColumns {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'candidacy_transition_pkey' })
  id: string;

  @Column('uuid', { name: 'candidacy_id' })
  candidacyId: string;

  @Column('uuid', { name: 'unit_id' })
  unitId: string;

  @Column('uuid', { name: 'ml_id', nullable: true })
  mlId: string | null;

  @Column('boolean', { name: 'is_correction', default: false })
  isCorrection: boolean;

  /** What an act wrote that no file can tell again. */
  @Column('jsonb', { nullable: true })
  said: object | null;

  /** The outcome that the act replaced, and the new one, as lists show them. */
  @Column('jsonb', { name: 'replaced_outcome', nullable: true })
  replacedOutcome: object | null;
}
