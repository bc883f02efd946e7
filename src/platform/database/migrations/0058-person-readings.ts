import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from './row-level-security.js';

/** How many young people each account reads in a day is counted, and bounded (SEC-19). */
export class PersonReadings1760000000058 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLE);
    await runner.query(COUNT);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `drop function app.count_people_read(uuid, uuid, uuid[], boolean, timestamptz, int)`,
    );
    await runner.query('drop table app.person_reading');
  }
}

// An account counts the same whatever organisation it works in, and sees its own count only.
const OWN_ACCOUNT = `account_id = nullif(current_setting('app.user', true), '')::uuid`;
const OF_ITS_ORGANISATION = `${OWN_ACCOUNT} and org_id = app.current_org()`;
const READER = {
  privileges: 'select, insert, update',
  using: OWN_ACCOUNT,
  check: OF_ITS_ORGANISATION,
};

const TABLE = `
create table app.person_reading (
  account_id uuid not null,
  person_id uuid not null,
  org_id uuid not null,
  read_at timestamptz not null,
  opened_at timestamptz,
  constraint person_reading_pk primary key (account_id, person_id)
);
${protect('person_reading', [
  { role: 'passerelle_mission_locale', ...READER },
  { role: 'passerelle_unit', ...READER },
  {
    role: 'passerelle_technical',
    privileges: 'select (read_at), delete',
    using: `read_at < now() - interval '25 hours'`,
  },
])};
`;

// The lock comes first: two pages of one account asked together would each find room for itself. A row
// serves an hour more than a day, because a process remembers for an hour whom it counted.
const COUNT = `
create function app.count_people_read(
  reader uuid, organisation uuid, people uuid[], opened boolean, moment timestamptz, bound int,
  out is_admitted boolean, out opened_lately int, out retry_after int
) language plpgsql as $$
declare
  since constant timestamptz := moment - interval '25 hours';
  counted int;
  known int;
  oldest timestamptz;
begin
  perform pg_advisory_xact_lock(58, hashtext(reader::text));
  select count(*), count(*) filter (where r.person_id = any (people)), min(r.read_at)
    into counted, known, oldest
    from app.person_reading r where r.account_id = reader and r.read_at > since;
  is_admitted := known = cardinality(people) or counted - known + cardinality(people) <= bound;
  opened_lately := 0;
  retry_after := 0;
  if not is_admitted then
    retry_after := ceil(extract(epoch from coalesce(oldest, moment) - since));
    return;
  end if;
  insert into app.person_reading as r (account_id, person_id, org_id, read_at, opened_at)
    select reader, person, organisation, moment, case when opened then moment end
    from unnest(people) as person
    on conflict (account_id, person_id) do update set org_id = excluded.org_id,
      read_at = excluded.read_at, opened_at = coalesce(excluded.opened_at, r.opened_at);
  if opened then
    select count(*) into opened_lately from app.person_reading r
      where r.account_id = reader and r.opened_at > moment - interval '10 minutes';
  end if;
end $$;
`;
