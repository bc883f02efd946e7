import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import type { LocalDate } from '../../kernel/index.js';
import { TransitionColumns } from '../../platform/database/index.js';

/** Table `app.direct_applicant_transition`: one line of the history of an invitation. */
@Entity('direct_applicant_transition')
@ForeignKey('DirectApplicantEntity', ['unitId', 'directApplicantId'], ['unitId', 'id'], {
  name: 'direct_applicant_transition_of_applicant',
})
@Index('direct_applicant_transition_of', ['directApplicantId', 'recordedAt'])
export class DirectApplicantTransitionEntity extends TransitionColumns {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'direct_applicant_transition_pkey' })
  id: string;

  @Column('uuid', { name: 'direct_applicant_id' })
  directApplicantId: string;

  @Column('uuid', { name: 'unit_id' })
  unitId: string;

  @Column('uuid', { name: 'ml_id', nullable: true })
  mlId: string | null;

  @Column('date', { name: 'said_on', nullable: true })
  saidOn: LocalDate | null;

  @Column('text', { name: 'answer_code', nullable: true })
  answerCode: string | null;
}
