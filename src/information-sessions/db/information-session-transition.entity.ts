import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { TransitionColumns } from '../../platform/database/index.js';

/** Table `app.information_session_transition`: one line of the history of a session, for both sides. */
@Entity('information_session_transition')
@ForeignKey('InformationSessionEntity', ['mlId', 'unitId', 'sessionId'], ['mlId', 'unitId', 'id'], {
  name: 'information_session_transition_session',
})
@Index('information_session_transition_of', ['sessionId', 'recordedAt'])
export class InformationSessionTransitionEntity extends TransitionColumns {
  @PrimaryGeneratedColumn('uuid', {
    primaryKeyConstraintName: 'information_session_transition_pkey',
  })
  id: string;

  @Column('uuid', { name: 'session_id' })
  sessionId: string;

  @Column('uuid', { name: 'ml_id' })
  mlId: string;

  @Column('uuid', { name: 'unit_id' })
  unitId: string;
}
