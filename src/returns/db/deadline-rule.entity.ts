import { Check, Column, Entity, ForeignKey, PrimaryGeneratedColumn } from 'typeorm';
import type { LocalDate } from '../../kernel/index.js';

/** Table `app.deadline_rule`: a length of time set otherwise than shipped. */
@Entity('deadline_rule')
@Check('deadline_rule_length', `length between 0 and 366`)
@Check('deadline_rule_somewhere', `territory is not null or organisation_id is not null`)
@Check('deadline_rule_period', `valid_to is null or valid_to >= valid_from`)
export class DeadlineRuleEntity {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'deadline_rule_pkey' })
  id: string;

  @Column('text')
  rule: string;

  @Column('int')
  length: number;

  @Column('text', { nullable: true })
  territory: string | null;

  @Column('uuid', { name: 'organisation_id', nullable: true })
  @ForeignKey('OrganisationEntity', { name: 'deadline_rule_organisation' })
  organisationId: string | null;

  @Column('date', { name: 'valid_from' })
  validFrom: LocalDate;

  @Column('date', { name: 'valid_to', nullable: true })
  validTo: LocalDate | null;
}
