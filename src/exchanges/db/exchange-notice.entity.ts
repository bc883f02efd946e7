import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Instant } from '../../kernel/index.js';

/** Table `app.exchange_notice`: a reminder or a warning, by whatever channel it is carried. */
@Entity('exchange_notice')
@Unique('exchange_notice_key', ['orgId', 'key'])
@Index('exchange_notice_of_org', ['orgId', 'issuedAt', 'id'])
export class ExchangeNoticeEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'exchange_notice_pkey' })
  id: string;

  @Column('uuid', { name: 'org_id' })
  @ForeignKey('OrganisationEntity', { name: 'exchange_notice_org' })
  orgId: string;

  @Column('text')
  key: string;

  @Column('text')
  kind: string;

  @Column('text')
  audience: string;

  @Column('text', { nullable: true })
  flow: string | null;

  @Column('text', { nullable: true })
  mode: string | null;

  @Column('text', { nullable: true })
  period: string | null;

  @Column('int', { nullable: true })
  sequence: number | null;

  @Column('uuid', { name: 'file_id', nullable: true })
  fileId: string | null;

  @Column('text', { name: 'file_name', nullable: true })
  fileName: string | null;

  @Column('text', { nullable: true })
  partner: string | null;

  @Column('timestamptz', { name: 'due_at' })
  @Index('exchange_notice_due')
  dueAt: Instant;

  @Column('timestamptz', { name: 'issued_at' })
  issuedAt: Instant;
}
