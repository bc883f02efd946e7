import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Instant, LocalDate } from '../../kernel/index.js';

/** Table `app.cej_contract`: the facts of a contract that its unit may know too. */
@Entity('cej_contract')
@Check('cej_contract_state', `state in ('open', 'ended')`)
@Check('cej_contract_end', `(state = 'ended') = (ended_on is not null)`)
@Check('cej_contract_dates', 'planned_end_on > starts_on')
@ForeignKey('YoungPersonEntity', ['mlId', 'personId'], ['orgId', 'id'], {
  name: 'cej_contract_person',
})
@Unique('cej_contract_in_ml', ['mlId', 'id'])
@Index('cej_contract_of_ml', ['mlId', 'createdAt', 'id'])
export class CejContractEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'cej_contract_pkey' })
  id: string;

  @Column('uuid', { name: 'ml_id' })
  @ForeignKey('OrganisationEntity', { name: 'cej_contract_ml' })
  mlId: string;

  @Column('uuid', { name: 'person_id' })
  @Index('cej_contract_of_person')
  personId: string;

  @Column('uuid', { name: 'referral_id', nullable: true })
  referralId: string | null;

  @Column('text')
  scheme: string;

  @Column('text')
  state: string;

  @Column('date', { name: 'starts_on' })
  startsOn: LocalDate;

  @Column('date', { name: 'planned_end_on' })
  plannedEndOn: LocalDate;

  @Column('date', { name: 'extended_until', nullable: true })
  extendedUntil: LocalDate | null;

  @Column('date', { name: 'ended_on', nullable: true })
  endedOn: LocalDate | null;

  @Column('date', { name: 'confirmed_until', nullable: true })
  confirmedUntil: LocalDate | null;

  @Column('date', { name: 'confirmed_on', nullable: true })
  confirmedOn: LocalDate | null;

  @Column('boolean', { name: 'is_kept', default: false })
  isKept: boolean;

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
