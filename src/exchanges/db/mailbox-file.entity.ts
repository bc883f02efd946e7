import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Instant, JsonValue } from '../../kernel/index.js';

/** Table `app.mailbox_file`: a file made for an organisation. */
@Entity('mailbox_file')
@Check('mailbox_file_state', `state in ('available', 'downloaded', 'acknowledged', 'expired')`)
@Unique('mailbox_file_in_org', ['orgId', 'id'])
@Unique('mailbox_file_sequence', ['orgId', 'flow', 'mode', 'sequence'])
@Index('mailbox_file_of_org', ['orgId', 'availableAt', 'id'])
@Index('mailbox_file_waiting', ['availableAt'], { where: 'purged_at is null' })
export class MailboxFileEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'mailbox_file_pkey' })
  id: string;

  @Column('uuid', { name: 'org_id' })
  @ForeignKey('OrganisationEntity', { name: 'mailbox_file_org' })
  orgId: string;

  @Column('text')
  flow: string;

  @Column('text')
  mode: string;

  @Column('text')
  period: string;

  @Column('text')
  nature: string;

  @Column('int')
  sequence: number;

  @Column('text', { name: 'file_name' })
  fileName: string;

  @Column('text')
  sha256: string;

  @Column('bigint')
  bytes: number;

  @Column('int', { name: 'row_count' })
  rowCount: number;

  @Column('jsonb')
  manifest: JsonValue;

  @Column('timestamptz', { name: 'available_at' })
  availableAt: Instant;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Instant;

  @Column('text')
  state: string;

  @Column('jsonb', { nullable: true })
  acknowledgement: JsonValue | null;

  @Column('timestamptz', { name: 'acknowledged_at', nullable: true })
  acknowledgedAt: Instant | null;

  /** When it was put in the folder of its recipient. */
  @Column('timestamptz', { name: 'copied_at', nullable: true })
  copiedAt: Instant | null;

  /** When its bytes were removed: the proof stays. */
  @Column('timestamptz', { name: 'purged_at', nullable: true })
  purgedAt: Instant | null;

  /** When it was last put at disposal again. */
  @Column('timestamptz', { name: 'reissued_at', nullable: true })
  reissuedAt: Instant | null;
}
