import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Instant } from '../../kernel/index.js';
import { ExchangeFileEntity } from './exchange-file.entity.js';

/** Table `app.pending_deposit`: a file looked at on a page before it is deposited. */
@Entity('pending_deposit')
@Unique('pending_deposit_in_org', ['orgId', 'id'])
@Index('pending_deposit_of', ['depositorId', 'createdAt'])
@ForeignKey(() => ExchangeFileEntity, ['orgId', 'fileId'], ['orgId', 'id'], {
  name: 'pending_deposit_file',
})
export class PendingDepositEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'org_id' })
  @ForeignKey('OrganisationEntity', { name: 'pending_deposit_org' })
  orgId: string;

  @Column('text', { name: 'depositor_id' })
  depositorId: string;

  @Column('int', { name: 'key_version' })
  keyVersion: number;

  /** What was found in it, sealed: it holds values of people. */
  @Column('bytea')
  preview: Buffer;

  /** The deposit it became. */
  @Column('uuid', { name: 'file_id', nullable: true })
  fileId: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Instant;

  @Column('timestamptz', { name: 'expires_at' })
  @Index('pending_deposit_expiry')
  expiresAt: Instant;
}
