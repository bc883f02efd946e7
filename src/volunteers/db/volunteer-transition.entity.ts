import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { TransitionColumns } from '../../platform/database/index.js';

/** Table `app.volunteer_transition`: one line of the history of a service. */
@Entity('volunteer_transition')
@ForeignKey('VolunteerEntity', ['unitId', 'volunteerId'], ['unitId', 'id'], {
  name: 'volunteer_transition_volunteer',
})
@ForeignKey('VolunteerEntity', ['unitId', 'volunteerId', 'mlId'], ['unitId', 'id', 'mlId'], {
  name: 'volunteer_transition_both',
})
@Index('volunteer_transition_of', ['volunteerId', 'recordedAt'])
export class VolunteerTransitionEntity extends TransitionColumns {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'volunteer_transition_pkey' })
  id: string;

  @Column('uuid', { name: 'volunteer_id' })
  volunteerId: string;

  @Column('uuid', { name: 'unit_id' })
  unitId: string;

  @Column('uuid', { name: 'ml_id', nullable: true })
  mlId: string | null;

  /** What was said, so that it can be told again once something said before it is taken back. */
  @Column('jsonb', { nullable: true })
  said: object | null;
}
