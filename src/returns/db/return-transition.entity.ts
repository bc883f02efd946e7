import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import type { LocalDate } from '../../kernel/index.js';
import { TransitionColumns } from '../../platform/database/index.js';

/** Table `app.return_transition`: one line of the history of a return. */
@Entity('return_transition')
@ForeignKey('ReturnEpisodeEntity', ['unitId', 'episodeId'], ['unitId', 'id'], {
  name: 'return_transition_episode',
})
@ForeignKey('ReturnEpisodeEntity', ['unitId', 'episodeId', 'mlId'], ['unitId', 'id', 'mlId'], {
  name: 'return_transition_both',
})
@Index('return_transition_of', ['episodeId', 'recordedAt'])
export class ReturnTransitionEntity extends TransitionColumns {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'return_transition_pkey' })
  id: string;

  @Column('uuid', { name: 'episode_id' })
  episodeId: string;

  @Column('uuid', { name: 'unit_id' })
  unitId: string;

  @Column('uuid', { name: 'ml_id', nullable: true })
  mlId: string | null;

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

  @Column('date', { name: 'as_of_on', nullable: true })
  asOfOn: LocalDate | null;

  @Column('int', { name: 'as_of_sequence', nullable: true })
  asOfSequence: number | null;

  @Column('int', { name: 'as_of_line', nullable: true })
  asOfLine: number | null;
}
