import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { LocalDate, Role } from '../../kernel/index.js';
import { AccountEntity } from './account.entity.js';

// Spread each time: the decorator writes into the object it is given.
const KEY = { primaryKeyConstraintName: 'membership_pk' };

/** Table `app.membership`: the role of an account in an organisation. */
@Entity('membership')
export class MembershipEntity {
  @PrimaryColumn('uuid', { name: 'account_id', ...KEY })
  @ForeignKey(() => AccountEntity, { name: 'membership_account' })
  accountId: string;

  @PrimaryColumn('uuid', { name: 'organisation_id', ...KEY })
  @ForeignKey('OrganisationEntity', { name: 'membership_organisation' })
  @Index('membership_organisation_index')
  organisationId: string;

  @PrimaryColumn('text', { ...KEY })
  role: Role;

  @PrimaryColumn('date', { name: 'valid_from', ...KEY })
  validFrom: LocalDate;

  @Column('date', { name: 'valid_to', nullable: true })
  validTo: LocalDate | null;
}
