import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Instant, LocalDate } from '../../kernel/index.js';

/** Table `app.follow_up`: what a mission locale said of one milestone of one exit. */
@Entity('follow_up')
@Check('follow_up_milestone', `milestone in ('M3', 'M6', 'M12')`)
@Check('follow_up_dates', 'situation_started_on <= observed_on')
@ForeignKey('VolunteerEntity', ['unitId', 'volunteerId', 'mlId'], ['unitId', 'id', 'mlId'], {
  name: 'follow_up_service',
})
@Unique('follow_up_in_ml', ['mlId', 'id'])
@Unique('follow_up_of_milestone', ['mlId', 'volunteerId', 'milestone'])
export class FollowUpEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'follow_up_pkey' })
  id: string;

  @Column('uuid', { name: 'volunteer_id' })
  @Index('follow_up_of_service')
  volunteerId: string;

  @Column('uuid', { name: 'unit_id' })
  unitId: string;

  @Column('uuid', { name: 'ml_id' })
  mlId: string;

  @Column('text')
  milestone: string;

  @Column('text')
  situation: string;

  @Column('date', { name: 'situation_started_on', nullable: true })
  situationStartedOn: LocalDate | null;

  @Column('text')
  source: string;

  @Column('date', { name: 'observed_on' })
  observedOn: LocalDate;

  @Column('boolean', { name: 'is_taken_back', default: false })
  isTakenBack: boolean;

  @Column('int', { default: 1 })
  version: number;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3, default: () => 'now()' })
  createdAt: Instant;

  @Column('timestamptz', { name: 'updated_at', default: () => 'now()' })
  updatedAt: Instant;
}
