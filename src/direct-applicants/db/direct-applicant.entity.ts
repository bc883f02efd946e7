import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Instant, LocalDate } from '../../kernel/index.js';

/** Table `app.direct_applicant`: somebody whom a unit did not take, invited to a mission locale. */
@Entity('direct_applicant')
@Check(
  'direct_applicant_state',
  `state in ('to-assign', 'outside-network', 'invited', 'announced', 'answered', 'withdrawn')`,
)
@Check(
  'direct_applicant_agreement',
  `case when agreed_on is null
    then num_nonnulls(birth_name, usage_name, first_names, sex, birth_date, birth_place_code, birth_place_label,
      street, address_complement, postal_code, phone, email, priority_district, assessed_level) = 0
      and state not in ('announced', 'answered')
    else num_nulls(birth_name, first_names, birth_date) = 0 end`,
)
@Check(
  'direct_applicant_place',
  `state not in ('invited', 'announced', 'answered') or ml_id is not null`,
)
@Check('direct_applicant_dates', 'invited_on >= decided_on')
@Unique('direct_applicant_in_unit', ['unitId', 'id'])
@Unique('direct_applicant_of_number', ['unitId', 'unitFileNumber'])
@Index('direct_applicant_of_unit', ['unitId', 'createdAt', 'id'])
@Index('direct_applicant_of_ml', ['mlId', 'createdAt', 'id'], { where: 'agreed_on is not null' })
@Index('direct_applicant_invited', ['unitId', 'invitedOn'], { where: "state <> 'withdrawn'" })
export class DirectApplicantEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'direct_applicant_pkey' })
  id: string;

  @Column('uuid', { name: 'unit_id' })
  @ForeignKey('OrganisationEntity', { name: 'direct_applicant_unit' })
  unitId: string;

  @Column('text', { name: 'unit_file_number' })
  unitFileNumber: string;

  @Column('text', { name: 'residence_code' })
  residenceCode: string;

  @Column('text', { name: 'age_band' })
  ageBand: string;

  @Column('date', { name: 'decided_on' })
  decidedOn: LocalDate;

  @Column('date', { name: 'invited_on' })
  invitedOn: LocalDate;

  @Column('text')
  outcome: string;

  @Column('date', { name: 'agreed_on', nullable: true })
  agreedOn: LocalDate | null;

  @Column('text', { name: 'birth_name', nullable: true })
  birthName: string | null;

  @Column('text', { name: 'first_names', array: true, nullable: true })
  firstNames: string[] | null;

  @Column('text', { name: 'birth_date', nullable: true })
  birthDate: string | null;

  @Column('text', { nullable: true })
  phone: string | null;

  @Column('text', { nullable: true })
  email: string | null;

  @Column('text', { name: 'usage_name', nullable: true })
  usageName: string | null;

  @Column('text', { nullable: true })
  sex: string | null;

  @Column('text', { name: 'birth_place_code', nullable: true })
  birthPlaceCode: string | null;

  @Column('text', { name: 'birth_place_label', nullable: true })
  birthPlaceLabel: string | null;

  @Column('text', { nullable: true })
  street: string | null;

  @Column('text', { name: 'address_complement', nullable: true })
  addressComplement: string | null;

  @Column('text', { name: 'postal_code', nullable: true })
  postalCode: string | null;

  @Column('text', { name: 'priority_district', nullable: true })
  priorityDistrict: string | null;

  @Column('text', { name: 'assessed_level', nullable: true })
  assessedLevel: string | null;

  @Column('date', { name: 'said_on', nullable: true })
  saidOn: LocalDate | null;

  @Column('uuid', { name: 'ml_id', nullable: true })
  @ForeignKey('OrganisationEntity', { name: 'direct_applicant_ml' })
  mlId: string | null;

  @Column('text')
  state: string;

  @Column('date', { name: 'state_on' })
  stateOn: LocalDate;

  @Column('text', { name: 'answer_code', nullable: true })
  answerCode: string | null;

  @Column('date', { name: 'answered_on', nullable: true })
  answeredOn: LocalDate | null;

  @Column('int', { default: 0 })
  attempts: number;

  @Column('date', { name: 'due_on', nullable: true })
  dueOn: LocalDate | null;

  @Column('uuid', { name: 'mailed_ml_id', nullable: true })
  @ForeignKey('OrganisationEntity', { name: 'direct_applicant_mailed_ml' })
  mailedMlId: string | null;

  @Column('int', { default: 1 })
  version: number;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3, default: () => 'now()' })
  createdAt: Instant;

  @Column('timestamptz', { name: 'updated_at', default: () => 'now()' })
  updatedAt: Instant;
}
