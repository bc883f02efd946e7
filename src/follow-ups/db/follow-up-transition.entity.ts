import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import type { LocalDate } from '../../kernel/index.js';
import { TransitionColumns } from '../../platform/database/index.js';

/** Table `app.follow_up_transition`: one line of the history of an answer, for its mission locale alone. */
@Entity('follow_up_transition')
@ForeignKey('FollowUpEntity', ['mlId', 'followUpId'], ['mlId', 'id'], {
  name: 'follow_up_transition_answer',
})
@Index('follow_up_transition_of', ['followUpId', 'recordedAt'])
export class FollowUpTransitionEntity extends TransitionColumns {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'follow_up_transition_pkey' })
  id: string;

  @Column('uuid', { name: 'follow_up_id' })
  followUpId: string;

  @Column('uuid', { name: 'ml_id' })
  mlId: string;

  @Column('text')
  situation: string;

  @Column('date', { name: 'situation_started_on', nullable: true })
  situationStartedOn: LocalDate | null;

  @Column('text')
  source: string;

  /** The day on which it was said, where the mission locale is; null of what was said before it was kept. */
  @Column('date', { name: 'said_on', nullable: true })
  saidOn: LocalDate | null;
}
