import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Requests are counted for all processes together (SEC-21). */
export class RequestQuotas1760000000059 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLE);
    await runner.query(TAKE);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function app.take_quota(text, int, int, timestamptz, int)');
    await runner.query('drop table app.request_quota');
  }
}

// Not logged: a count of the last minutes is worth no write to disk, and may begin again after a crash.
const TABLE = `
create unlogged table app.request_quota (
  key text not null,
  taken timestamptz[] not null,
  last_at timestamptz not null,
  constraint request_quota_pk primary key (key)
);
grant select, insert, update, delete on app.request_quota to passerelle_technical;
`;

// The insertion locks the row, new or not: two processes take one after the other.
const TAKE = `
create function app.take_quota(
  subject text, most int, seconds int, moment timestamptz, wanted int, out granted int, out wait int
) language plpgsql as $$
declare
  span constant interval := make_interval(secs => seconds);
  recent timestamptz[];
begin
  insert into app.request_quota as q (key, taken, last_at) values (subject, '{}', moment)
    on conflict (key) do update set last_at = excluded.last_at returning q.taken into recent;
  recent := array(select t from unnest(recent) as t where t > moment - span order by t);
  granted := greatest(0, least(wanted, most - cardinality(recent)));
  wait := 0;
  if granted = 0 then
    wait := ceil(extract(epoch from recent[1] + span - moment));
    return;
  end if;
  update app.request_quota q set taken = recent || array_fill(moment, array[granted])
    where q.key = subject;
end $$;
`;
