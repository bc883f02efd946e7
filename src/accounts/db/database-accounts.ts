import { Injectable } from '@nestjs/common';
import type { LocalDate, OrganisationKind, Role } from '../../kernel/index.js';
import { currentManager } from '../../platform/database/index.js';
import type {
  Account,
  AccountState,
  AccountWithMemberships,
  Membership,
} from '../domain/account.js';
import { Accounts, type AccountSearch, type PageOfAccounts } from '../use-cases/ports.js';

interface AccountRow {
  readonly id: string;
  readonly email: string;
  readonly display_name: string;
  readonly state: Account['state'];
  readonly created_by: string | null;
  readonly code_number: number;
  readonly memberships: readonly MembershipJson[];
}

interface MembershipJson {
  readonly organisationId: string;
  readonly code: string;
  readonly kind: OrganisationKind;
  readonly role: Role;
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
}

const WITH_MEMBERSHIPS = `
select a.id, a.email, a.display_name, a.state, a.created_by, a.code_number, coalesce(jsonb_agg(jsonb_build_object(
    'organisationId', o.id, 'code', o.code, 'kind', o.kind, 'role', m.role,
    'validFrom', m.valid_from,
    -- Nobody works for an organisation that is no more.
    'validTo', least(m.valid_to, o.valid_to)
  ) order by m.valid_from, o.code, m.role) filter (where o.id is not null), '[]') as memberships
from app.account a
left join app.membership m on m.account_id = a.id
left join app.organisation o on o.id = m.organisation_id`;

const ADMINISTRATORS = `
select a.id from app.account a join app.membership m on m.account_id = a.id
where a.state = 'active' and m.role = 'admin' and m.valid_from <= $1
  and (m.valid_to is null or m.valid_to >= $1)`;

/** The text is looked for as it is: a percent sign means itself. */
const MATCHES = `(position(lower($1) in lower(a.display_name)) > 0 or position(lower($1) in a.email) > 0)`;

/** Accounts in PostgreSQL, in the technical scope. */
@Injectable()
export class DatabaseAccounts extends Accounts {
  override async add(
    account: Account,
    membership: Membership,
    createdBy: string,
  ): Promise<boolean> {
    const added: unknown[] = await currentManager().query(
      `insert into app.account (id, email, display_name, state, created_by) values ($1, $2, $3, $4, $5)
       on conflict (email) do nothing returning id`,
      [account.id, account.email, account.displayName, account.state, createdBy],
    );
    if (added.length === 0) return false;
    await currentManager().query(
      `insert into app.membership (account_id, organisation_id, role, valid_from, valid_to)
       values ($1, $2, $3, $4, $5)`,
      [
        account.id,
        membership.organisation.id,
        membership.role,
        membership.validFrom,
        membership.validTo,
      ],
    );
    return true;
  }

  override async byEmail(email: string): Promise<AccountWithMemberships | undefined> {
    const sql = `${WITH_MEMBERSHIPS} where a.email = $1 group by a.id`;
    const [row]: AccountRow[] = await currentManager().query(sql, [email]);
    return row && toAccount(row);
  }

  override async byId(id: string): Promise<AccountWithMemberships | undefined> {
    const sql = `${WITH_MEMBERSHIPS} where a.id = $1 group by a.id`;
    const [row]: AccountRow[] = await currentManager().query(sql, [id]);
    return row && toAccount(row);
  }

  override async activate(accountId: string, codeNumber: number): Promise<boolean> {
    const [rows]: [unknown[], number] = await currentManager().query(
      `update app.account set state = 'active'
       where id = $1 and state = 'pending' and code_number = $2 returning id`,
      [accountId, codeNumber],
    );
    return rows.length === 1;
  }

  override async nextCode(accountId: string): Promise<number | undefined> {
    const [rows]: [{ readonly code_number: number }[], number] = await currentManager().query(
      `update app.account set code_number = code_number + 1
       where id = $1 and state = 'pending' returning code_number`,
      [accountId],
    );
    return rows[0]?.code_number;
  }

  override async hasAdministrator(on: LocalDate): Promise<boolean> {
    const found: unknown[] = await currentManager().query(`${ADMINISTRATORS} limit 1`, [on]);
    return found.length === 1;
  }

  override async hasOtherAdministrator(accountId: string, on: LocalDate): Promise<boolean> {
    // In one order, for all: two who suspend each other wait for one another, the second sees one left.
    const sql = `${ADMINISTRATORS} order by a.id for update of a`;
    const open: { readonly id: string }[] = await currentManager().query(sql, [on]);
    return open.some(({ id }) => id !== accountId);
  }

  override async move(
    accountId: string,
    from: 'active' | 'suspended',
    to: 'active' | 'suspended',
  ): Promise<boolean> {
    const [rows]: [unknown[], number] = await currentManager().query(
      `update app.account set state = $3 where id = $1 and state = $2 returning id`,
      [accountId, from, to],
    );
    return rows.length === 1;
  }

  override async page(
    { text, state }: AccountSearch,
    { offset, limit }: PageOfAccounts,
  ): Promise<AccountWithMemberships[]> {
    const rows: AccountRow[] = await currentManager().query(
      `${WITH_MEMBERSHIPS} where ${MATCHES} and ($2::text is null or a.state = $2)
       group by a.id order by a.display_name, a.id limit $3 offset $4`,
      [text, state, limit, offset],
    );
    return rows.map(toAccount);
  }

  override async counts({ text }: AccountSearch): Promise<ReadonlyMap<AccountState, number>> {
    const rows: { readonly state: AccountState; readonly count: number }[] =
      await currentManager().query(
        `select a.state, count(*)::int as count from app.account a where ${MATCHES} group by a.state`,
        [text],
      );
    return new Map(rows.map(({ state, count }) => [state, count]));
  }
}

function toAccount({
  id,
  state,
  email,
  display_name,
  created_by,
  code_number,
  memberships,
}: AccountRow): AccountWithMemberships {
  return {
    id,
    state,
    email,
    displayName: display_name,
    createdBy: created_by,
    codeNumber: code_number,
    memberships: memberships.map(toMembership),
  };
}

function toMembership(json: MembershipJson): Membership {
  const { organisationId: id, code, kind, role, validFrom, validTo } = json;
  return { organisation: { id, code, kind }, role, validFrom, validTo };
}
