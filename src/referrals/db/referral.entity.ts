import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Instant, LocalDate } from '../../kernel/index.js';

/** Table `app.referral`: a referral of a mission locale to a unit. */
@Entity('referral')
@Check(
  'referral_state',
  `state in ('draft', 'submitted', 'received', 'decided', 'withdrawn', 'lapsed')`,
)
@ForeignKey('YoungPersonEntity', ['mlId', 'personId'], ['orgId', 'id'], { name: 'referral_person' })
@Unique('referral_in_ml', ['mlId', 'id', 'unitId'])
@Unique('referral_reference', ['mlId', 'reference'])
@Index('referral_of_ml', ['mlId', 'createdAt', 'id'])
@Index('referral_of_unit', ['unitId', 'createdAt', 'id'], { where: 'submitted_at is not null' })
@Index('referral_unit_reference', ['unitId', 'reference'])
export class ReferralEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'referral_pkey' })
  id: string;

  @Column('uuid', { name: 'ml_id' })
  @ForeignKey('OrganisationEntity', { name: 'referral_ml' })
  mlId: string;

  @Column('uuid', { name: 'unit_id' })
  @ForeignKey('OrganisationEntity', { name: 'referral_unit' })
  unitId: string;

  @Column('uuid', { name: 'person_id' })
  @Index('referral_of_person')
  personId: string;

  @Column('text')
  reference: string;

  @Column('text')
  state: string;

  @Column('text', { name: 'volunteer_type' })
  volunteerType: string;

  @Column('text', { name: 'track_wish', nullable: true })
  trackWish: string | null;

  @Column('text', { name: 'diploma_level' })
  diplomaLevel: string;

  @Column('text')
  support: string;

  @Column('date', { name: 'cej_starts_on', nullable: true })
  cejStartsOn: LocalDate | null;

  @Column('date', { name: 'cej_ends_on', nullable: true })
  cejEndsOn: LocalDate | null;

  @Column('text', { array: true })
  prerequisites: string[];

  @Column('date', { name: 'informed_on' })
  informedOn: LocalDate;

  @Column('text', { name: 'notice_version' })
  noticeVersion: string;

  @Column('text', { name: 'referent_mailbox', nullable: true })
  referentMailbox: string | null;

  @Column('date', { name: 'referred_on', nullable: true })
  referredOn: LocalDate | null;

  @Column('timestamptz', { name: 'submitted_at', nullable: true })
  submittedAt: Instant | null;

  @Column('text', { name: 'outcome_code', nullable: true })
  outcomeCode: string | null;

  @Column('date', { name: 'outcome_decided_on', nullable: true })
  outcomeDecidedOn: LocalDate | null;

  @Column('date', { name: 'outcome_reexamination_on', nullable: true })
  outcomeReexaminationOn: LocalDate | null;

  @Column('uuid', { name: 'adviser_id', nullable: true })
  adviserId: string | null;

  @Column('date', { name: 'as_of_on', nullable: true })
  asOfOn: LocalDate | null;

  @Column('int', { name: 'as_of_sequence', nullable: true })
  asOfSequence: number | null;

  @Column('int', { name: 'as_of_line', nullable: true })
  asOfLine: number | null;

  @Column('int', { default: 1 })
  version: number;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3, default: () => 'now()' })
  createdAt: Instant;

  @Column('timestamptz', { name: 'updated_at', default: () => 'now()' })
  updatedAt: Instant;
}
