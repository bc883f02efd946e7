import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from './row-level-security.js';

/** Services of young people in units, from the day of incorporation to the exit, and their history. */
export class Volunteers1760000000066 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [VOLUNTEERS, HISTORY]) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table app.volunteer_transition, app.volunteer');
  }
}

// Whose row it is never changes. The mission locale reads the service of those it referred, and
// writes none of it: its side is the return.
const VOLUNTEERS = `
create table app.volunteer (
  id uuid primary key,
  unit_id uuid not null constraint volunteer_unit references app.organisation (id),
  ml_id uuid constraint volunteer_ml references app.organisation (id),
  candidacy_id uuid not null,
  referral_id uuid,
  person_org_id uuid not null,
  person_id uuid not null,
  volunteer_type text not null,
  track text,
  site text,
  state text not null constraint volunteer_state
    check (state in ('postponed', 'absent', 'in-service', 'exited')),
  state_on date not null,
  incorporated_on date,
  planned_end_on date,
  presence_month text,
  is_present boolean,
  is_long_absent boolean,
  exited_on date,
  is_exit_announced boolean,
  exit_reason text,
  exit_situation text,
  wants_support boolean,
  certifications text[],
  exit_level text,
  as_of_on date,
  as_of_sequence int,
  as_of_line int,
  version int not null default 1,
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz not null default now(),
  constraint volunteer_of_candidacy unique (unit_id, candidacy_id),
  constraint volunteer_in_unit unique (unit_id, id),
  constraint volunteer_of_both unique (unit_id, id, ml_id),
  constraint volunteer_candidacy foreign key (unit_id, candidacy_id)
    references app.candidacy (unit_id, id),
  constraint volunteer_candidacy_both foreign key (unit_id, candidacy_id, ml_id)
    references app.candidacy (unit_id, id, ml_id),
  constraint volunteer_person foreign key (person_org_id, person_id)
    references app.young_person (org_id, id),
  constraint volunteer_sides check ((ml_id is null) = (referral_id is null)
    and person_org_id = coalesce(ml_id, unit_id)),
  constraint volunteer_in_service check (state not in ('in-service', 'exited')
    or (incorporated_on is not null and planned_end_on is not null)),
  constraint volunteer_exit check ((exited_on is null) = (exit_reason is null)
    and (state <> 'exited' or exited_on is not null))
);
create index volunteer_of_unit on app.volunteer (unit_id, created_at desc, id desc);
create index volunteer_of_ml on app.volunteer (ml_id, created_at desc, id desc);
create index volunteer_of_person on app.volunteer (person_id);
create index volunteer_exit_announced on app.volunteer (unit_id, exited_on)
  where state = 'in-service' and exited_on is not null;
${protect('volunteer', [
  {
    role: 'passerelle_unit',
    privileges: `select, insert, update (volunteer_type, track, site, state, state_on,
      incorporated_on, planned_end_on, presence_month, is_present, is_long_absent, exited_on,
      is_exit_announced, exit_reason, exit_situation, wants_support, certifications, exit_level,
      as_of_on, as_of_sequence, as_of_line, version, created_at, updated_at)`,
    using: 'unit_id = app.current_org()',
  },
  {
    role: 'passerelle_mission_locale',
    privileges: 'select',
    using: 'ml_id = app.current_org()',
  },
])};
`;

const HISTORY = `
create table app.volunteer_transition (
  id uuid primary key default gen_random_uuid(),
  volunteer_id uuid not null,
  unit_id uuid not null,
  ml_id uuid,
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
  constraint volunteer_transition_volunteer foreign key (unit_id, volunteer_id)
    references app.volunteer (unit_id, id),
  constraint volunteer_transition_both foreign key (unit_id, volunteer_id, ml_id)
    references app.volunteer (unit_id, id, ml_id)
);
create index volunteer_transition_of on app.volunteer_transition (volunteer_id, recorded_at);
${protect('volunteer_transition', [
  { role: 'passerelle_unit', privileges: 'select, insert', using: 'unit_id = app.current_org()' },
  {
    role: 'passerelle_mission_locale',
    privileges: 'select',
    using: 'ml_id = app.current_org()',
  },
])};
`;
