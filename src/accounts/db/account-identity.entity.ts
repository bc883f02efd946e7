import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import type { Instant } from '../../kernel/index.js';
import { AccountEntity } from './account.entity.js';

const KEY = { primaryKeyConstraintName: 'account_identity_pk' };

/** Table `app.account_identity`: which identity of a provider is which account. */
@Entity('account_identity')
@Unique('account_identity_account', ['accountId'])
export class AccountIdentityEntity {
  @PrimaryColumn('text', { ...KEY })
  issuer: string;

  @PrimaryColumn('text', { ...KEY })
  subject: string;

  @Column('uuid', { name: 'account_id' })
  @ForeignKey(() => AccountEntity, { name: 'account_identity_owner' })
  accountId: string;

  @Column('timestamptz', { name: 'linked_at' })
  linkedAt: Instant;
}
