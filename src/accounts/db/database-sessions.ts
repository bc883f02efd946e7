import { Injectable } from '@nestjs/common';
import {
  addMillis,
  type Instant,
  type LocalDate,
  type OrganisationKind,
  type Role,
} from '../../kernel/index.js';
import { currentManager } from '../../platform/database/index.js';
import { FieldCipher, type FieldPlace } from '../../platform/security/index.js';
import { SESSION_LIMITS, type Session } from '../domain/session.js';
import {
  Sessions,
  type EndedSession,
  type NewSession,
  type OpenSession,
} from '../use-cases/ports.js';

interface SessionRow {
  readonly id: string;
  readonly account_id: string;
  readonly display_name: string;
  readonly organisation_id: string;
  readonly code: string;
  readonly kind: OrganisationKind;
  readonly usual_name: string;
  readonly time_zone: string;
  readonly role: Role;
  readonly acr: string;
  readonly choices: number;
  readonly seen_at: Instant;
  readonly ends_at: Instant;
}

type EndedRow = Pick<SessionRow, 'id' | 'role' | 'organisation_id' | 'code' | 'kind'>;

const IN_FORCE = `valid_from <= $2 and (valid_to is null or valid_to >= $2)`;

const BY_TOKEN = `
select s.id, s.account_id, a.display_name, s.organisation_id, o.code, o.kind, o.usual_name, o.time_zone,
  s.role, s.acr, s.seen_at, s.ends_at,
  (select count(*)::int from app.membership m join app.organisation mo on mo.id = m.organisation_id
    where m.account_id = a.id and m.valid_from <= $2
      and coalesce(least(m.valid_to, mo.valid_to), $2) >= $2) as choices
from app.session s
join app.account a on a.id = s.account_id and a.state = 'active'
join app.organisation o on o.id = s.organisation_id and (o.valid_to is null or o.valid_to >= $2)
where s.token_hash = $1 and s.ended_at is null
  and exists (select from app.membership where account_id = s.account_id
    and organisation_id = s.organisation_id and role = s.role and ${IN_FORCE})`;

interface SealedRow {
  readonly id: string;
  readonly organisation_id: string;
  readonly key_version: number;
  readonly id_token: Buffer;
}

/** Sessions in PostgreSQL, in the technical scope. */
@Injectable()
export class DatabaseSessions extends Sessions {
  constructor(private readonly cipher: FieldCipher) {
    super();
  }

  override async add(session: NewSession): Promise<void> {
    const { keyVersion, sealed } = this.cipher.seal(session.idToken, placeOf(session));
    await currentManager().query(
      `insert into app.session (id, token_hash, account_id, organisation_id, role, acr, key_version,
         id_token, started_at, seen_at, ends_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9, $10)`,
      [
        session.id,
        session.tokenHash,
        session.accountId,
        session.organisationId,
        session.role,
        session.acr,
        keyVersion,
        sealed,
        session.startedAt,
        session.endsAt,
      ],
    );
  }

  override async byToken(tokenHash: string, on: LocalDate): Promise<Session | undefined> {
    const [row]: SessionRow[] = await currentManager().query(BY_TOKEN, [tokenHash, on]);
    return row && toSession(row);
  }

  override async touch(id: string, at: Instant): Promise<void> {
    await currentManager().query(`update app.session set seen_at = $2 where id = $1`, [id, at]);
  }

  override async end(id: string, at: Instant): Promise<{ idToken: string } | undefined> {
    const [rows]: [SealedRow[], number] = await currentManager().query(
      `update app.session set ended_at = $2 where id = $1 and ended_at is null
       returning id, organisation_id, key_version, id_token`,
      [id, at],
    );
    const [row] = rows;
    if (!row) return undefined;
    const place = placeOf({ id: row.id, organisationId: row.organisation_id });
    return {
      idToken: this.cipher.open({ keyVersion: row.key_version, sealed: row.id_token }, place),
    };
  }

  override async openOf(accountId: string, now: Instant): Promise<readonly OpenSession[]> {
    return currentManager().query<OpenSession[]>(
      `select s.id, s.role, s.started_at as "startedAt", s.seen_at as "seenAt",
         o.usual_name as "organisationName"
       from app.session s join app.organisation o on o.id = s.organisation_id
       where s.account_id = $1 and s.ended_at is null and s.ends_at > $2 and s.seen_at > $3
       order by s.seen_at desc`,
      [accountId, now, addMillis(now, -SESSION_LIMITS.inactivityMillis)],
    );
  }

  override async endOf(
    accountId: string,
    at: Instant,
    id?: string,
  ): Promise<readonly EndedSession[]> {
    const [rows]: [EndedRow[], number] = await currentManager().query(
      `update app.session s set ended_at = $2 from app.organisation o
       where s.account_id = $1 and s.ended_at is null and s.ends_at > $2
         and o.id = s.organisation_id
         and ($3::uuid is null or s.id = $3)
       returning s.id, s.role, s.organisation_id, o.code, o.kind`,
      [accountId, at, id ?? null],
    );
    return rows.map(({ id: ended, role, organisation_id, code, kind }) => {
      return { id: ended, role, organisation: { id: organisation_id, code, kind } };
    });
  }

  override async deleteEnded(before: Instant): Promise<number> {
    const [gone]: { count: number }[] = await currentManager().query(
      `with sessions as (delete from app.session where ends_at < $1 returning 1),
         attempts as (delete from app.sign_in_attempt where expires_at < $1 returning 1)
       select ((select count(*) from sessions) + (select count(*) from attempts))::int as count`,
      [before],
    );
    return gone?.count ?? 0;
  }
}

function placeOf({ id, organisationId }: { id: string; organisationId: string }): FieldPlace {
  return { table: 'session', column: 'id_token', rowId: id, organisationId };
}

function toSession(row: SessionRow): Session {
  return {
    id: row.id,
    accountId: row.account_id,
    displayName: row.display_name,
    organisation: { id: row.organisation_id, code: row.code, kind: row.kind },
    organisationName: row.usual_name,
    timeZone: row.time_zone,
    role: row.role,
    acr: row.acr,
    choices: row.choices,
    seenAt: row.seen_at,
    endsAt: row.ends_at,
  };
}
