import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Instant, LocalDate } from '../../kernel/index.js';

/** Table `app.volunteer`: one young person’s service in one unit. */
@Entity('volunteer')
@Check('volunteer_state', `state in ('postponed', 'absent', 'in-service', 'exited')`)
@Check(
  'volunteer_sides',
  `(ml_id is null) = (referral_id is null) and person_org_id = coalesce(ml_id, unit_id)`,
)
@Check(
  'volunteer_in_service',
  `state not in ('in-service', 'exited') or (incorporated_on is not null and planned_end_on is not null)`,
)
@Check(
  'volunteer_exit',
  `(exited_on is null) = (exit_reason is null) and (state <> 'exited' or exited_on is not null)`,
)
@ForeignKey('CandidacyEntity', ['unitId', 'candidacyId'], ['unitId', 'id'], {
  name: 'volunteer_candidacy',
})
@ForeignKey('CandidacyEntity', ['unitId', 'candidacyId', 'mlId'], ['unitId', 'id', 'mlId'], {
  name: 'volunteer_candidacy_both',
})
@ForeignKey('YoungPersonEntity', ['personOrgId', 'personId'], ['orgId', 'id'], {
  name: 'volunteer_person',
})
@Unique('volunteer_of_candidacy', ['unitId', 'candidacyId'])
@Unique('volunteer_in_unit', ['unitId', 'id'])
@Unique('volunteer_of_both', ['unitId', 'id', 'mlId'])
@Index('volunteer_of_unit', ['unitId', 'createdAt', 'id'])
@Index('volunteer_of_ml', ['mlId', 'createdAt', 'id'])
@Index('volunteer_exit_announced', ['unitId', 'exitedOn'], {
  where: `state = 'in-service' and exited_on is not null`,
})
export class VolunteerEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'volunteer_pkey' })
  id: string;

  @Column('uuid', { name: 'unit_id' })
  @ForeignKey('OrganisationEntity', { name: 'volunteer_unit' })
  unitId: string;

  @Column('uuid', { name: 'ml_id', nullable: true })
  @ForeignKey('OrganisationEntity', { name: 'volunteer_ml' })
  mlId: string | null;

  @Column('uuid', { name: 'candidacy_id' })
  candidacyId: string;

  @Column('uuid', { name: 'referral_id', nullable: true })
  referralId: string | null;

  @Column('uuid', { name: 'person_org_id' })
  personOrgId: string;

  @Column('uuid', { name: 'person_id' })
  @Index('volunteer_of_person')
  personId: string;

  @Column('text', { name: 'volunteer_type' })
  volunteerType: string;

  @Column('text', { nullable: true })
  track: string | null;

  @Column('text', { nullable: true })
  site: string | null;

  @Column('text')
  state: string;

  @Column('date', { name: 'state_on' })
  stateOn: LocalDate;

  @Column('date', { name: 'incorporated_on', nullable: true })
  incorporatedOn: LocalDate | null;

  @Column('date', { name: 'planned_end_on', nullable: true })
  plannedEndOn: LocalDate | null;

  @Column('text', { name: 'presence_month', nullable: true })
  presenceMonth: string | null;

  @Column('text', { name: 'presence_months', array: true, default: () => "'{}'" })
  presenceMonths: string[];

  @Column('boolean', { name: 'is_present', nullable: true })
  isPresent: boolean | null;

  @Column('boolean', { name: 'is_long_absent', nullable: true })
  isLongAbsent: boolean | null;

  @Column('date', { name: 'exited_on', nullable: true })
  exitedOn: LocalDate | null;

  @Column('boolean', { name: 'is_exit_announced', nullable: true })
  isExitAnnounced: boolean | null;

  @Column('text', { name: 'exit_reason', nullable: true })
  exitReason: string | null;

  @Column('text', { name: 'exit_situation', nullable: true })
  exitSituation: string | null;

  @Column('boolean', { name: 'wants_support', nullable: true })
  wantsSupport: boolean | null;

  @Column('text', { array: true, nullable: true })
  certifications: string[] | null;

  @Column('text', { name: 'exit_level', nullable: true })
  exitLevel: string | null;

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
