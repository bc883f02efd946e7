import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the lines of a history said before it was kept (0076): as the service stands now, each on its own
 * day. Without it the first file that names such a service would tell it from nothing.
 */
export class SaidOfEarlierServices1760000000089 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // The owner is under row-level security as everybody else, and no policy is its own.
    for (const table of TABLES)
      await runner.query(`alter table app.${table} no force row level security`);
    await runner.query(FILL);
    for (const table of TABLES)
      await runner.query(`alter table app.${table} force row level security`);
  }

  /** What was said stays with the column, which 0076 takes away. */
  down(): Promise<void> {
    return Promise.resolve();
  }
}

const TABLES = ['volunteer', 'volunteer_transition'];

const FILL = `
update app.volunteer_transition h set said = jsonb_build_object(
  'asOf', jsonb_build_object('on', h.effective_on, 'sequence', 0, 'line', 0),
  'incorporation', jsonb_build_object(
    'volunteerType', v.volunteer_type, 'track', v.track, 'site', v.site,
    'incorporatedOn', v.incorporated_on, 'plannedEndOn', v.planned_end_on,
    'state', case v.state when 'exited' then 'in-service' else v.state end,
    'stateOn', case when v.state in ('exited', 'in-service') then v.incorporated_on else v.state_on end),
  'presence', case when v.presence_month is not null then jsonb_build_object(
    'month', v.presence_month, 'isInService', v.is_present, 'isLongAbsent', v.is_long_absent) end,
  'exit', case when v.exited_on is not null then jsonb_build_object(
    'exitedOn', v.exited_on, 'isAnnounced', v.is_exit_announced, 'reason', v.exit_reason,
    'situation', v.exit_situation, 'wantsSupport', v.wants_support,
    'certifications', to_jsonb(v.certifications), 'assessedLevel', v.exit_level) end)
from app.volunteer v
where v.unit_id = h.unit_id and v.id = h.volunteer_id and h.said is null`;
