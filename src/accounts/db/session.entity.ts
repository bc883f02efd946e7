import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Instant, Role } from '../../kernel/index.js';
import { AccountEntity } from './account.entity.js';

/** Table `app.session`: somebody at work in one role of one organisation; the token by its SHA-256. */
@Entity('session')
@Unique('session_token', ['tokenHash'])
export class SessionEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'session_pkey' })
  id: string;

  @Column('text', { name: 'token_hash' })
  tokenHash: string;

  @Column('uuid', { name: 'account_id' })
  @ForeignKey(() => AccountEntity, { name: 'session_account' })
  @Index('session_account_index')
  accountId: string;

  @Column('uuid', { name: 'organisation_id' })
  @ForeignKey('OrganisationEntity', { name: 'session_organisation' })
  organisationId: string;

  @Column('text')
  role: Role;

  @Column('text')
  acr: string;

  @Column('int', { name: 'key_version' })
  keyVersion: number;

  @Column('bytea', { name: 'id_token' })
  idToken: Buffer;

  @Column('timestamptz', { name: 'started_at' })
  startedAt: Instant;

  @Column('timestamptz', { name: 'seen_at' })
  seenAt: Instant;

  @Column('timestamptz', { name: 'ends_at' })
  @Index('session_end')
  endsAt: Instant;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt: Instant | null;
}
