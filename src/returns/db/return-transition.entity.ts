import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import type { Instant, LocalDate } from '../../kernel/index.js';

/** Table `app.return_transition`: one line of the history of a return. */
@Entity('return_transition')
@ForeignKey('ReturnEpisodeEntity', ['unitId', 'episodeId'], ['unitId', 'id'], {
  name: 'return_transition_episode',
})
@ForeignKey('ReturnEpisodeEntity', ['unitId', 'episodeId', 'mlId'], ['unitId', 'id', 'mlId'], {
  name: 'return_transition_both',
})
@Index('return_transition_of', ['episodeId', 'recordedAt'])
export class ReturnTransitionEntity {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'return_transition_pkey' })
  id: string;

  @Column('uuid', { name: 'episode_id' })
  episodeId: string;

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

  @Column('text', { name: 'answer_code', nullable: true })
  answerCode: string | null;

  @Column('date', { name: 'contacted_on', nullable: true })
  contactedOn: LocalDate | null;

  @Column('text', { nullable: true })
  cause: string | null;

  @Column('date', { name: 'ends_on' })
  endsOn: LocalDate;

  @Column('text')
  escalation: string;

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
}
