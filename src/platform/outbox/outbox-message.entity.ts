import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Instant, JsonValue } from '../../kernel/index.js';

/** Table `app.outbox_message`: an event kept with the change that made it. */
@Entity('outbox_message')
export class OutboxMessageEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'outbox_message_pkey' })
  id: string;

  @Column('text')
  name: string;

  @Column('uuid', { name: 'organisation_id', nullable: true })
  organisationId: string | null;

  @Column('text', { name: 'subject_id' })
  subjectId: string;

  @Column('jsonb')
  payload: JsonValue;

  @Column('text', { name: 'correlation_id' })
  correlationId: string;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  @Index('outbox_message_unpublished', { where: 'published_at is null' })
  createdAt: Instant;

  @Column('timestamptz', { name: 'published_at', nullable: true })
  @Index('outbox_message_undone', { where: 'done_at is null' })
  publishedAt: Instant | null;

  @Column('int', { default: 0 })
  attempts: number;

  @Column('timestamptz', { name: 'done_at', nullable: true })
  doneAt: Instant | null;
}
