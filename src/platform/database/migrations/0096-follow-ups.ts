import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from './row-level-security.js';

/** What became of those who left a unit, as their mission locale says it at 3, 6 and 12 months. */
export class FollowUps1760000000096 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [ANSWERS, HISTORY]) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table app.follow_up_transition, app.follow_up');
  }
}

// Answers only: that a milestone is asked for is computed from the exit. The unit that had the young
// person reads them, and writes none.
const ANSWERS = `
create table app.follow_up (
  id uuid primary key,
  volunteer_id uuid not null,
  unit_id uuid not null,
  ml_id uuid not null,
  milestone text not null constraint follow_up_milestone check (milestone in ('M3', 'M6', 'M12')),
  situation text not null,
  situation_started_on date,
  source text not null,
  observed_on date not null,
  version int not null default 1,
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz not null default now(),
  constraint follow_up_in_ml unique (ml_id, id),
  constraint follow_up_of_milestone unique (ml_id, volunteer_id, milestone),
  constraint follow_up_service foreign key (unit_id, volunteer_id, ml_id)
    references app.volunteer (unit_id, id, ml_id),
  constraint follow_up_dates check (situation_started_on <= observed_on)
);
create index follow_up_of_service on app.follow_up (volunteer_id);
${protect('follow_up', [
  {
    role: 'passerelle_mission_locale',
    privileges: `select, insert, update (situation, situation_started_on, source, observed_on,
      version, updated_at)`,
    using: 'ml_id = app.current_org()',
  },
  { role: 'passerelle_unit', privileges: 'select', using: 'unit_id = app.current_org()' },
])};
`;

const HISTORY = `
create table app.follow_up_transition (
  id uuid primary key default gen_random_uuid(),
  follow_up_id uuid not null,
  ml_id uuid not null,
  command text not null,
  from_state text,
  to_state text not null,
  effective_on date not null,
  recorded_at timestamptz not null default clock_timestamp(),
  actor_type text not null,
  actor_id text not null,
  acting_role text not null,
  organisation_id uuid,
  channel text not null,
  file_id uuid,
  file_line int,
  situation text not null,
  situation_started_on date,
  source text not null,
  constraint follow_up_transition_answer foreign key (ml_id, follow_up_id)
    references app.follow_up (ml_id, id)
);
create index follow_up_transition_of on app.follow_up_transition (follow_up_id, recorded_at);
${protect('follow_up_transition', [
  {
    role: 'passerelle_mission_locale',
    privileges: 'select, insert',
    using: 'ml_id = app.current_org()',
  },
])};
`;
