import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Instant, LocalDate } from '../../kernel/index.js';

/** Table `app.candidacy`: the unit’s side of a file. */
@Entity('candidacy')
@Check('candidacy_state', `state in ('received', 'in-evaluation', 'convoked', 'decided', 'closed')`)
@Check(
  'candidacy_sides',
  `(ml_id is null) = (referral_id is null) and person_org_id = coalesce(ml_id, unit_id)`,
)
@ForeignKey('ReferralEntity', ['mlId', 'referralId', 'unitId'], ['mlId', 'id', 'unitId'], {
  name: 'candidacy_of_referral',
})
@ForeignKey('YoungPersonEntity', ['personOrgId', 'personId'], ['orgId', 'id'], {
  name: 'candidacy_person',
})
@Unique('candidacy_in_unit', ['unitId', 'id'])
@Unique('candidacy_of_both', ['unitId', 'id', 'mlId'])
@Unique('candidacy_referral', ['referralId'])
@Index('candidacy_of_unit', ['unitId', 'createdAt', 'id'])
export class CandidacyEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'candidacy_pkey' })
  id: string;

  @Column('uuid', { name: 'unit_id' })
  @ForeignKey('OrganisationEntity', { name: 'candidacy_unit' })
  unitId: string;

  @Column('uuid', { name: 'ml_id', nullable: true })
  @ForeignKey('OrganisationEntity', { name: 'candidacy_ml' })
  @Index('candidacy_of_ml')
  mlId: string | null;

  @Column('uuid', { name: 'referral_id', nullable: true })
  referralId: string | null;

  @Column('uuid', { name: 'person_org_id' })
  personOrgId: string;

  @Column('uuid', { name: 'person_id' })
  @Index('candidacy_of_person')
  personId: string;

  @Column('text')
  origin: string;

  @Column('text', { name: 'unit_file_number', nullable: true })
  unitFileNumber: string | null;

  @Column('text')
  state: string;

  @Column('date', { name: 'state_on' })
  stateOn: LocalDate;

  @Column('date', { name: 'acknowledged_on', nullable: true })
  acknowledgedOn: LocalDate | null;

  @Column('date', { name: 'convoked_on', nullable: true })
  convokedOn: LocalDate | null;

  @Column('text', { name: 'outcome_code', nullable: true })
  outcomeCode: string | null;

  @Column('date', { name: 'decided_on', nullable: true })
  decidedOn: LocalDate | null;

  @Column('date', { name: 'reexamination_on', nullable: true })
  reexaminationOn: LocalDate | null;

  @Column('text', { name: 'assessed_level', nullable: true })
  assessedLevel: string | null;

  @Column('date', { name: 'planned_incorporation_on', nullable: true })
  plannedIncorporationOn: LocalDate | null;

  @Column('text', { nullable: true })
  contingent: string | null;

  @Column('date', { name: 'as_of_on', nullable: true })
  asOfOn: LocalDate | null;

  @Column('int', { name: 'as_of_sequence', nullable: true })
  asOfSequence: number | null;

  @Column('int', { name: 'as_of_line', nullable: true })
  asOfLine: number | null;

  @Column('int', { default: 1 })
  version: number;

  /** See `LastSaid`. */
  @Column('text', { name: 'said_mark', nullable: true })
  saidMark: string | null;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3, default: () => 'now()' })
  createdAt: Instant;

  @Column('timestamptz', { name: 'updated_at', default: () => 'now()' })
  updatedAt: Instant;
}
