import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Instant, LocalDate } from '../../kernel/index.js';

/** Table `app.evaluation_note`: what one side says of the work with the other, in codes. */
@Entity('evaluation_note')
@Check('evaluation_note_side', `side in ('mission-locale', 'unit')`)
@Unique('evaluation_note_of_side', ['mlId', 'unitId', 'contingent', 'side'])
@Index('evaluation_note_of_unit', ['unitId', 'contingent'])
export class EvaluationNoteEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'evaluation_note_pkey' })
  id: string;

  @Column('uuid', { name: 'ml_id' })
  @ForeignKey('OrganisationEntity', { name: 'evaluation_note_ml' })
  mlId: string;

  @Column('uuid', { name: 'unit_id' })
  @ForeignKey('OrganisationEntity', { name: 'evaluation_note_unit' })
  unitId: string;

  @Column('date')
  contingent: LocalDate;

  @Column('text')
  side: string;

  @Column('text', { array: true })
  worked: string[];

  @Column('text', { array: true })
  improve: string[];

  @Column('date', { name: 'written_on' })
  writtenOn: LocalDate;

  @Column('text', { name: 'acting_role' })
  actingRole: string;

  @Column('int', { default: 1 })
  version: number;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3, default: () => 'now()' })
  createdAt: Instant;
}
