import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Instant, LocalDate } from '../../kernel/index.js';

/** Table `app.session_registration`: who is registered at a session, for its mission locale alone. */
@Entity('session_registration')
@ForeignKey('InformationSessionEntity', ['mlId', 'sessionId'], ['mlId', 'id'], {
  name: 'session_registration_session',
})
@ForeignKey('YoungPersonEntity', ['mlId', 'personId'], ['orgId', 'id'], {
  name: 'session_registration_person',
})
export class SessionRegistrationEntity {
  @PrimaryColumn('uuid', {
    name: 'session_id',
    primaryKeyConstraintName: 'session_registration_pkey',
  })
  sessionId: string;

  @PrimaryColumn('uuid', {
    name: 'person_id',
    primaryKeyConstraintName: 'session_registration_pkey',
  })
  @Index('session_registration_of_person')
  personId: string;

  @Column('uuid', { name: 'ml_id' })
  mlId: string;

  @Column('text', { nullable: true })
  attendance: string | null;

  @Column('timestamptz', { name: 'registered_at', default: () => 'now()' })
  registeredAt: Instant;

  @Column('date', { name: 'forgotten_on' })
  @Index('session_registration_forgotten')
  forgottenOn: LocalDate;
}
