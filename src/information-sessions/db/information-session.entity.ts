import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Instant } from '../../kernel/index.js';

/** Table `app.information_session`: a session, how many are registered and came, and nobody's name. */
@Entity('information_session')
@Check('information_session_state', `state in ('planned', 'cancelled')`)
@Check('information_session_seats', 'registered between 0 and seats')
@Check('information_session_came', 'attended between 0 and ticked and ticked <= registered')
@Check('information_session_cancel', `(state = 'cancelled') = (cancel_reason is not null)`)
@Check('information_session_staff', 'staff is null or presence is not null')
@Unique('information_session_in_ml', ['mlId', 'id'])
@Unique('information_session_of_pair', ['mlId', 'unitId', 'id'])
@Index('information_session_of_ml', ['mlId', 'startsAt', 'id'])
@Index('information_session_of_unit', ['unitId', 'startsAt', 'id'])
export class InformationSessionEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'information_session_pkey' })
  id: string;

  @Column('uuid', { name: 'ml_id' })
  @ForeignKey('OrganisationEntity', { name: 'information_session_ml' })
  mlId: string;

  @Column('uuid', { name: 'unit_id' })
  @ForeignKey('OrganisationEntity', { name: 'information_session_unit' })
  unitId: string;

  @Column({ type: 'timestamptz', name: 'starts_at', precision: 3 })
  startsAt: Instant;

  @Column('text')
  place: string;

  @Column('int')
  seats: number;

  @Column('text')
  state: string;

  @Column('text', { name: 'cancel_reason', nullable: true })
  cancelReason: string | null;

  @Column('text', { nullable: true })
  presence: string | null;

  @Column('int', { nullable: true })
  staff: number | null;

  @Column('int', { default: 0 })
  registered: number;

  @Column('int', { default: 0 })
  ticked: number;

  @Column('int', { default: 0 })
  attended: number;

  @Column('int', { default: 1 })
  version: number;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: Instant;

  @Column('timestamptz', { name: 'updated_at', default: () => 'now()' })
  updatedAt: Instant;
}
