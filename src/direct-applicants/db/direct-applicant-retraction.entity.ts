import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { LocalDate } from '../../kernel/index.js';

const PK = 'direct_applicant_retraction_pkey';

/** Table `app.direct_applicant_retraction`: who is no longer a mission locale's to know; nobody is named. */
@Entity('direct_applicant_retraction')
@ForeignKey('DirectApplicantEntity', ['unitId', 'directApplicantId'], ['unitId', 'id'], {
  name: 'direct_applicant_retraction_of_applicant',
})
@Index('direct_applicant_retraction_of_ml', ['mlId', 'directApplicantId'])
export class DirectApplicantRetractionEntity {
  @PrimaryColumn('uuid', { name: 'unit_id', primaryKeyConstraintName: PK })
  unitId: string;

  @PrimaryColumn('uuid', { name: 'direct_applicant_id', primaryKeyConstraintName: PK })
  directApplicantId: string;

  @PrimaryColumn('uuid', { name: 'ml_id', primaryKeyConstraintName: PK })
  @ForeignKey('OrganisationEntity', { name: 'direct_applicant_retraction_ml' })
  mlId: string;

  @Column('text', { name: 'unit_file_number' })
  unitFileNumber: string;

  @Column('text', { name: 'age_band' })
  ageBand: string;

  @Column('date', { name: 'decided_on' })
  decidedOn: LocalDate;

  @Column('date', { name: 'invited_on' })
  invitedOn: LocalDate;

  @Column('text')
  outcome: string;

  @Column('date', { name: 'retracted_on' })
  retractedOn: LocalDate;
}
