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
    await runner.query(KNOWN_MONTHS);
    await runner.query(TOLD_MONTHS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      update app.delivery_mark set said = split_part(split_part(said, ' ', -1), '/', 1) where flow = 'CEU';
      alter table app.volunteer drop column presence_months`);
  }
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

const TOLD_MONTHS = `
update app.delivery_mark m set said = (
  select concat_ws('/', h.said -> 'presence' ->> 'month', ${FLAGS},
    coalesce(h.said -> 'incorporation' ->> 'plannedEndOn', v.planned_end_on::text))
  from app.volunteer v join app.volunteer_transition h on h.volunteer_id = v.id
  where v.candidacy_id = m.resource_id and ${WITH_MONTH}
    and (m.said is null or h.said -> 'presence' ->> 'month' = m.said)
  order by h.recorded_at desc limit 1)
where m.flow = 'CEU'`;
