import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import type { AccountState } from '../domain/account.js';

/** Table `app.account`: somebody who signs in. */
@Entity('account')
@Unique('account_email', ['email'])
@Check('account_state', `state in ('pending', 'active', 'suspended')`)
export class AccountEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'account_pkey' })
  id: string;

  @Column('text')
  email: string;

  @Column('text', { name: 'display_name' })
  displayName: string;

  @Column('text')
  state: AccountState;

  /** Actor who created it; unknown of the oldest ones. */
  @Column('text', { name: 'created_by', nullable: true })
  createdBy: string | null;

  /** Of its latest approval code: an earlier one opens nothing any more. */
  @Column('int', { name: 'code_number', default: 1 })
  codeNumber: number;
}
