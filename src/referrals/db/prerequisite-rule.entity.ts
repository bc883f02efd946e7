import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import type { LocalDate } from '../../kernel/index.js';

/** Table `app.prerequisite_rule`: what a scheme asks for, from a day to a day. */
@Entity('prerequisite_rule')
@Check('prerequisite_rule_scheme', `scheme in ('SMA', 'SMV')`)
@Check('prerequisite_rule_period', 'valid_to is null or valid_to >= valid_from')
export class PrerequisiteRuleEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'prerequisite_rule_pkey' })
  scheme: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'prerequisite_rule_pkey' })
  code: string;

  @PrimaryColumn('date', {
    name: 'valid_from',
    primaryKeyConstraintName: 'prerequisite_rule_pkey',
  })
  validFrom: LocalDate;

  @Column('date', { name: 'valid_to', nullable: true })
  validTo: LocalDate | null;

  @Column('boolean', { name: 'is_asked' })
  isAsked: boolean;
}
