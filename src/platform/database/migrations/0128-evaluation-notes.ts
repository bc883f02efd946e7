import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from './row-level-security.js';
import { STATISTICS_ROLE } from '../scope-roles.js';
import { asStatistics, readableForStatistics } from './statistics-door.js';

/** What missions locales and units say of their work together, in codes, and its counts for the committee. */
export class EvaluationNotes1760000000128 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [NOTES, readableForStatistics('evaluation_note', READ), COUNTS]) {
      await runner.query(sql);
    }
    await asStatistics(runner, 'app.evaluation_counts(date, date)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop function app.evaluation_counts(date, date);
      drop policy evaluation_note_statistics on app.evaluation_note;
      revoke select (${READ}) on app.evaluation_note from ${STATISTICS_ROLE};
      drop table app.evaluation_note`);
  }
}

const READ = 'contingent, side, worked, improve';

// Both sides read, each writes its own: the check of the policy keeps a side from the words of the other.
const NOTES = `
create table app.evaluation_note (
  id uuid primary key,
  ml_id uuid not null constraint evaluation_note_ml references app.organisation (id),
  unit_id uuid not null constraint evaluation_note_unit references app.organisation (id),
  contingent date not null,
  side text not null constraint evaluation_note_side check (side in ('mission-locale', 'unit')),
  worked text[] not null,
  improve text[] not null,
  written_on date not null,
  acting_role text not null,
  version int not null default 1,
  created_at timestamptz(3) not null default now(),
  constraint evaluation_note_of_side unique (ml_id, unit_id, contingent, side)
);
create index evaluation_note_of_unit on app.evaluation_note (unit_id, contingent);
${protect('evaluation_note', [
  {
    role: 'passerelle_mission_locale',
    privileges: 'select, insert, update (worked, improve, written_on, acting_role, version)',
    using: 'ml_id = app.current_org()',
    check: `ml_id = app.current_org() and side = 'mission-locale'`,
  },
  {
    role: 'passerelle_unit',
    privileges: 'select, insert, update (worked, improve, written_on, acting_role, version)',
    using: 'unit_id = app.current_org()',
    check: `unit_id = app.current_org() and side = 'unit'`,
  },
])};
`;

// How many notes of each side say each point: of bodies, and of no body by its name.
const COUNTS = `
create function app.evaluation_counts(first_on date, last_on date)
returns table (point text, kind text, side text, total bigint)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select p.point, p.kind, n.side, count(*)
  from app.evaluation_note n
  cross join lateral (
    select unnest(n.worked) as point, 'worked' as kind
    union all select unnest(n.improve), 'improve'
    union all select '', 'notes') p
  where n.contingent between first_on and last_on
  group by 1, 2, 3
$$`;
