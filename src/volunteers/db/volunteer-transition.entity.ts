import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import type { Instant, LocalDate } from '../../kernel/index.js';

/** Table `app.volunteer_transition`: one line of the history of a service. */
@Entity('volunteer_transition')
@ForeignKey('VolunteerEntity', ['unitId', 'volunteerId'], ['unitId', 'id'], {
  name: 'volunteer_transition_volunteer',
})
@ForeignKey('VolunteerEntity', ['unitId', 'volunteerId', 'mlId'], ['unitId', 'id', 'mlId'], {
  name: 'volunteer_transition_both',
})
@Index('volunteer_transition_of', ['volunteerId', 'recordedAt'])
export class VolunteerTransitionEntity {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'volunteer_transition_pkey' })
  id: string;

  @Column('uuid', { name: 'volunteer_id' })
  volunteerId: string;

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
}
