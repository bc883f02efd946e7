import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/index.js';

/** Table `app.person_reading`: whom an account was shown in the last day, once each. */
@Entity('person_reading')
export class PersonReadingEntity {
  @PrimaryColumn('uuid', { name: 'account_id', primaryKeyConstraintName: 'person_reading_pk' })
  accountId: string;

  @PrimaryColumn('uuid', { name: 'person_id', primaryKeyConstraintName: 'person_reading_pk' })
  personId: string;

  @Column('uuid', { name: 'org_id' })
  orgId: string;

  @Column('timestamptz', { name: 'read_at' })
  readAt: Instant;

  @Column('timestamptz', { name: 'opened_at', nullable: true })
  openedAt: Instant | null;
}
