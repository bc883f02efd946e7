import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import type { Instant, LocalDate } from '../../kernel/index.js';

/** Table `app.candidacy_transition`: one line of the history of a candidacy; a trigger ties it to it. */
@Entity('candidacy_transition')
@Index('candidacy_transition_of', ['candidacyId', 'recordedAt'])
export class CandidacyTransitionEntity {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'candidacy_transition_pkey' })
  id: string;

  @Column('uuid', { name: 'candidacy_id' })
  candidacyId: string;

  @Column('uuid', { name: 'unit_id' })
  unitId: string;

  @Column('uuid', { name: 'ml_id', nullable: true })
  mlId: string | null;

  @Column('text')
  command: string;

  @Column('text', { name: 'from_state', nullable: true })
  fromState: string | null;

  @Column('text', { name: 'to_state' })
  toState: string;

  @Column('date', { name: 'effective_on' })
  effectiveOn: LocalDate;

  @Column('timestamptz', { name: 'recorded_at', default: () => 'clock_timestamp()' })
  recordedAt: Instant;

  @Column('text', { name: 'actor_type' })
  actorType: string;

  @Column('text', { name: 'actor_id' })
  actorId: string;

  @Column('text', { name: 'acting_role' })
  actingRole: string;

  @Column('uuid', { name: 'organisation_id', nullable: true })
  organisationId: string | null;

  @Column('text')
  channel: string;

  @Column('uuid', { name: 'file_id', nullable: true })
  fileId: string | null;

  @Column('int', { name: 'file_line', nullable: true })
  fileLine: number | null;

  @Column('boolean', { name: 'is_correction', default: false })
  isCorrection: boolean;

  /** What an act wrote that no file can tell again. */
  @Column('jsonb', { nullable: true })
  said: object | null;
}
