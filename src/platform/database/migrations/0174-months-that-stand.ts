import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The months of presence that stand, beside the latest one: one that is taken back while a later one stands
 * leaves no other trace in the service, and the mission locale that was told of it has to learn it. What it
 * was told is then kept month by month, as the row said it.
 */
export class MonthsThatStand1760000000174 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table app.volunteer add column presence_months text[] not null default '{}';
      grant update (presence_months) on app.volunteer to passerelle_unit`);
    await seeingRows(runner, `${KNOWN_MONTHS}; ${TOLD_MONTHS}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await seeingRows(
      runner,
      `update app.delivery_mark set said = ltrim(split_part(split_part(said, ' ', -1), '/', 1), '-') where flow = 'CEU'`,
    );
    await runner.query('alter table app.volunteer drop column presence_months');
  }
}

/** The owner is under row-level security as everybody else, and no policy is its own. */
async function seeingRows(runner: QueryRunner, sql: string): Promise<void> {
  const tables = ['volunteer', 'volunteer_transition', 'delivery_mark'];
  const all = (security: string) =>
    tables.map((table) => `alter table app.${table} ${security} row level security`).join('; ');
  await runner.query(all('no force'));
  await runner.query(sql);
  await runner.query(all('force'));
}

const FLAGS = `case when (h.said -> 'presence' ->> 'isInService')::boolean then 'O' else 'N' end,
    case when (h.said -> 'presence' ->> 'isLongAbsent')::boolean then 'O' else 'N' end`;
const WITH_MONTH = `jsonb_typeof(h.said -> 'presence') = 'object'`;

// Nothing tells which of the earlier months were taken back: they stand until their files are read again.
const KNOWN_MONTHS = `
update app.volunteer v set presence_months = array(
  select distinct on (h.said -> 'presence' ->> 'month') concat_ws('/', h.said -> 'presence' ->> 'month', ${FLAGS})
  from app.volunteer_transition h
  where h.volunteer_id = v.id and ${WITH_MONTH} and h.said -> 'presence' ->> 'month' <= v.presence_month
  order by h.said -> 'presence' ->> 'month', h.recorded_at desc)
where v.presence_month is not null`;

// What was told is the last that was said within the edition of the mark: what came after waits to be told. A
// month that stands no more, in an edition that was told whole, was told to be taken back.
const TOLD_MONTHS = `
update app.delivery_mark m set said = (
  select case when m.version >= h.lines and not exists (select from unnest(v.presence_months) k
      where left(k, 7) = h.said -> 'presence' ->> 'month') then '-' else '' end
    || concat_ws('/', h.said -> 'presence' ->> 'month', ${FLAGS},
      coalesce(h.said -> 'incorporation' ->> 'plannedEndOn', v.planned_end_on::text))
  from app.volunteer v cross join lateral (select t.said, t.recorded_at,
      row_number() over (order by t.recorded_at) as place, count(*) over () as lines
    from app.volunteer_transition t
    where t.volunteer_id = v.id and t.command in ('report-presence', 'restate')) h
  where v.candidacy_id = m.resource_id and ${WITH_MONTH} and (m.version < 0 or h.place <= m.version)
    and (m.said is null or h.said -> 'presence' ->> 'month' = m.said)
  order by h.recorded_at desc limit 1)
where m.flow = 'CEU'`;
