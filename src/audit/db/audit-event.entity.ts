import { Check, Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import type { Instant, LocalDate } from '../../kernel/index.js';

/** Table `app.audit_event`: one line of the journal. */
@Entity('audit_event')
@Check('audit_event_result_check', `result in ('done', 'refused', 'read')`)
@Index('audit_event_org', ['orgId', 'recordedAt'])
@Index('audit_event_resource', ['resourceType', 'resourceId'], { where: 'file_line is null' })
@Index('audit_event_latest', ['recordedAt', 'id'], { where: 'file_line is null' })
@Index('audit_event_when', ['recordedAt'], { type: 'brin' })
@Index('audit_event_file', ['fileId', 'fileLine'], { type: 'brin' })
export class AuditEventEntity {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'audit_event_pkey' })
  id: string;

  @Column('uuid', { name: 'org_id' })
  orgId: string;

  @Column('timestamptz', { name: 'recorded_at', default: () => 'now()' })
  recordedAt: Instant;

  @Column('date', { name: 'effective_on', nullable: true })
  effectiveOn: LocalDate | null;

  @Column('text', { name: 'actor_type' })
  actorType: string;

  @Column('text', { name: 'actor_id' })
  actorId: string;

  @Column('text', { name: 'acting_role' })
  actingRole: string;

  @Column('uuid', { name: 'on_behalf_of', nullable: true })
  onBehalfOf: string | null;

  @Column('text')
  channel: string;

  @Column('uuid', { name: 'file_id', nullable: true })
  fileId: string | null;

  @Column('int', { name: 'file_line', nullable: true })
  fileLine: number | null;

  @Column('text')
  command: string;

  @Column('text', { name: 'resource_type' })
  resourceType: string;

  @Column('text', { name: 'resource_id' })
  resourceId: string;

  @Column('text')
  result: string;

  @Column('text', { nullable: true })
  detail: string | null;

  @Column('text', { name: 'correlation_id' })
  correlationId: string;
}
