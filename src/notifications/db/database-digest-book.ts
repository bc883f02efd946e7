import { Injectable } from '@nestjs/common';
import {
  addMillis,
  type Instant,
  type LocalDate,
  type OrganisationKind,
  type Role,
  type TerritoryCode,
} from '../../kernel/index.js';
import { currentManager } from '../../platform/database/index.js';
import { USUAL_FREQUENCY, type DigestFrequency } from '../domain/digest-frequency.js';
import type { Digest } from '../domain/digest.js';
import { DIGEST_TIME } from '../domain/digest.rules.js';
import {
  DigestBook,
  type DigestReader,
  type DigestToSend,
  type NotedDay,
} from '../use-cases/ports.js';

const MINUTE_MILLIS = 60_000;
const TAKEN_MILLIS = 10 * MINUTE_MILLIS;
const GIVEN_UP_MILLIS = 12 * 60 * MINUTE_MILLIS;

interface MembershipJson {
  readonly id: string;
  readonly code: string;
  readonly kind: OrganisationKind;
  readonly name: string;
  readonly territory: TerritoryCode;
  readonly timeZone: string;
  readonly role: Role;
}

interface ReaderRow {
  readonly id: string;
  readonly frequency: DigestFrequency;
  readonly memberships: readonly [MembershipJson, ...MembershipJson[]];
  readonly last_at: Instant | null;
  readonly last_content: Digest | null;
}

const ORDER = 'order by m.valid_from, o.code, m.role';
/** Nobody works for an organisation that is no more. */
const IN_FORCE = `m.valid_from <= t.today and coalesce(least(m.valid_to, o.valid_to), t.today) >= t.today`;

const READERS = `
select a.id, coalesce(p.frequency, '${USUAL_FREQUENCY}') as frequency, w.memberships,
  l.noted_at as last_at, l.content as last_content
from (select ($1::timestamptz at time zone 'UTC')::date as today) t
join app.account a on a.state = 'active'
join lateral (
  select jsonb_agg(jsonb_build_object('id', o.id, 'code', o.code, 'kind', o.kind,
      'name', o.usual_name, 'territory', o.territory, 'timeZone', o.time_zone, 'role', m.role) ${ORDER}
    ) as memberships,
    $1::timestamptz at time zone (array_agg(o.time_zone ${ORDER}))[1] as local
  from app.membership m join app.organisation o on o.id = m.organisation_id
  where m.account_id = a.id and ${IN_FORCE}) w on w.local::time >= '${DIGEST_TIME}'
left join app.mail_preference p on p.account_id = a.id
left join lateral (
  select d.noted_at, d.content from app.digest d where d.account_id = a.id and d.sent_at is not null
  order by d.day desc limit 1) l on true
where ($2::uuid is null or a.id > $2) and p.frequency is distinct from 'JAMAIS'
  and not exists (select from app.digest d where d.account_id = a.id and d.day = w.local::date)
order by a.id limit $3`;

const WAITS = 'content is not null and sent_at is null and given_up_at is null';

const TAKE = `
update app.digest d set tried_at = $1
from (select q.account_id, q.day, a.email from app.digest q
      join app.account a on a.id = q.account_id and a.state = 'active'
      left join app.mail_preference p on p.account_id = q.account_id
    where ${WAITS} and p.frequency is distinct from 'JAMAIS' and (q.tried_at is null or q.tried_at < $2)
    order by q.noted_at limit $3 for update of q skip locked) w
where d.account_id = w.account_id and d.day = w.day
returning d.account_id as "accountId", d.day, w.email, d.content as digest`;

const FORGET = `
delete from app.digest d where d.day < $1 and (d.sent_at is null or exists (
  select from app.digest n where n.account_id = d.account_id and n.day > d.day and n.sent_at is not null))`;

/** Digests in PostgreSQL, in the technical scope. */
@Injectable()
export class DatabaseDigestBook extends DigestBook {
  override async readersAt(
    now: Instant,
    after: string | null,
    limit: number,
  ): Promise<DigestReader[]> {
    const rows: ReaderRow[] = await currentManager().query(READERS, [now, after, limit]);
    return rows.map(toReader);
  }

  override async note({ accountId, day, digest, at }: NotedDay): Promise<void> {
    await currentManager().query(
      `insert into app.digest (account_id, day, content, noted_at) values ($1, $2, $3, $4)
       on conflict do nothing`,
      [accountId, day, digest === null ? null : JSON.stringify(digest), at],
    );
  }

  override async take(now: Instant, limit: number): Promise<DigestToSend[]> {
    const manager = currentManager();
    await manager.query(`update app.digest set given_up_at = $1 where ${WAITS} and noted_at < $2`, [
      now,
      addMillis(now, -GIVEN_UP_MILLIS),
    ]);
    const [rows]: [DigestToSend[], number] = await manager.query(TAKE, [
      now,
      addMillis(now, -TAKEN_MILLIS),
      limit,
    ]);
    return rows;
  }

  override async sent(accountId: string, day: LocalDate, at: Instant): Promise<void> {
    await currentManager().query(
      `update app.digest set sent_at = $3 where account_id = $1 and day = $2`,
      [accountId, day, at],
    );
  }

  override async forgetBefore(day: LocalDate): Promise<number> {
    const [, count]: [unknown[], number] = await currentManager().query(FORGET, [day]);
    return count;
  }

  override async frequencyOf(accountId: string): Promise<DigestFrequency> {
    const [row]: { frequency: DigestFrequency }[] = await currentManager().query(
      `select frequency from app.mail_preference where account_id = $1`,
      [accountId],
    );
    return row?.frequency ?? USUAL_FREQUENCY;
  }

  override async choose(accountId: string, frequency: DigestFrequency): Promise<void> {
    await currentManager().query(
      `insert into app.mail_preference (account_id, frequency)
       select id, $2 from app.account where id = $1
       on conflict (account_id) do update set frequency = excluded.frequency`,
      [accountId, frequency],
    );
  }
}

function toReader({ id, frequency, memberships, last_at, last_content }: ReaderRow): DigestReader {
  const [first, ...others] = memberships;
  return {
    accountId: id,
    frequency,
    memberships: [toMembership(first), ...others.map(toMembership)],
    last: last_at && last_content ? { at: last_at, digest: last_content } : null,
  };
}

function toMembership({ id, code, kind, name, territory, timeZone, role }: MembershipJson) {
  return { organisation: { id, code, kind }, name, territory, timeZone, role };
}
