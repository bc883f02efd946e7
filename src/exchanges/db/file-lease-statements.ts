/**
 * The statements of leases. Each is one round trip that moves a file and writes its journal; the time
 * is that of PostgreSQL, the same for every process.
 */

/** The file under this very lease: a later one has another token, an ended one no date. */
const HELD = `t.id = $1 and t.lease_token = $2 and t.leased_until is not null
  and t.state = 'registered'`;

const inMs = (parameter: string): string =>
  `clock_timestamp() + ${parameter} * interval '1 millisecond'`;

/** `$1` crashes or `$2` failures set a file aside. */
const due = (file: string): string => `${file}.state = 'registered' and ${file}.crashes < $1
  and ${file}.failures < $2 and ${file}.due_at <= clock_timestamp()`;

/** Due, and nothing of its organisation and flow is in progress or came before it. */
const CAN_BE_TAKEN = `${due('f')} and f.leased_until is null and f.flow is not null
  and not exists (select from app.exchange_file o
    where o.state = 'registered' and o.org_id = f.org_id and o.flow = f.flow
      and (o.leased_until is not null or (${due('o')}
        and (o.received_at, o.sequence, o.id) < (f.received_at, f.sequence, f.id))))`;

/** In progress in this process: `$5` is its name. */
const MINE = `app.exchange_file m where m.state = 'registered' and m.leased_until is not null
  and m.lease_holder = $5`;

/**
 * A file over which a process died is never taken beside another such one: of two, the one that kills
 * must not take the other along. `$3` rows make a file long; a process holds `$4` long ones.
 */
export const TAKE_NEXT = `
with next as (
  select f.id from app.exchange_file f where ${CAN_BE_TAKEN}
    and (f.crashes = 0 or not exists (select from ${MINE} and m.crashes > 0))
    and (coalesce(f.row_count, 0) <= $3
      or (select count(*) from ${MINE} and m.row_count > $3) < $4)
  order by (select count(*) from app.exchange_file b where b.state = 'registered'
      and b.org_id = f.org_id and b.leased_until is not null), f.received_at, f.sequence, f.id
  limit 1 for update of f skip locked),
taken as (
  update app.exchange_file t set lease_token = t.lease_token + 1, lease_holder = $5,
    leased_until = ${inMs('$6')}, step = 'LECTURE'
  from next where t.id = next.id
  returning t.id, t.org_id, t.lease_token, t.correlation_id),
journal as (
  insert into app.exchange_transition (org_id, file_id, from_step, to_step, token)
  select org_id, id, 'ENREGISTRE', 'LECTURE', lease_token from taken)
select id as "fileId", org_id as "organisationId", lease_token as token,
  correlation_id as "correlationId" from taken`;

export const RENEW = `
with renewed as (
  update app.exchange_file t set leased_until = ${inMs('$3')} where ${HELD} returning 1)
select 1 from renewed`;

/** After an error the file waits `$4`, twice as long each time, at most `$5`. */
export const RELEASE = `
with released as (
  update app.exchange_file t set leased_until = null, lease_holder = null, step = 'ENREGISTRE',
    failures = t.failures + ($3 = 'ERREUR')::int,
    due_at = case when $3 = 'ERREUR'
      then ${inMs('least($4 * 2 ^ least(t.failures, 30), $5)')} else t.due_at end
  where ${HELD} returning t.org_id, t.id, t.lease_token),
journal as (
  insert into app.exchange_transition (org_id, file_id, from_step, to_step, reason, token)
  select org_id, id, 'LECTURE', 'ENREGISTRE', $3, lease_token from released)
select 1 from released`;

/**
 * Leases nobody renewed in time: their process died. Unless PostgreSQL itself was away since: nobody
 * could renew then, and the file has nothing to do with it. `$1` is the life of a lease.
 */
export const END_OVERDUE = `
with overdue as (
  select id from app.exchange_file
  where state = 'registered' and leased_until < clock_timestamp() for update skip locked),
ended as (
  update app.exchange_file t set leased_until = null, lease_holder = null, step = 'ENREGISTRE',
    crashes = t.crashes + (t.leased_until - $1 * interval '1 millisecond'
      > pg_postmaster_start_time())::int
  from overdue where t.id = overdue.id returning t.org_id, t.id, t.lease_token),
journal as (
  insert into app.exchange_transition (org_id, file_id, from_step, to_step, reason, token)
  select org_id, id, 'LECTURE', 'ENREGISTRE', 'BAIL_EXPIRE', lease_token from ended)
select id as "fileId", org_id as "organisationId" from ended`;

export const COUNT_WAITING = `
select count(*)::int as count from app.exchange_file f where ${CAN_BE_TAKEN}`;
