import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from './row-level-security.js';

/** Direct applicants whom a unit did not take, invited to the mission locale of their commune (F08, F09). */
export class DirectApplicants1760000000115 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [APPLICANTS, HISTORY]) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table app.direct_applicant_transition, app.direct_applicant');
  }
}

// Without agreement no identity is kept at all; without agreement, or before anybody is told, no mission
// locale sees the row.
const APPLICANTS = `
create table app.direct_applicant (
  id uuid primary key,
  unit_id uuid not null constraint direct_applicant_unit references app.organisation (id),
  unit_file_number text not null,
  residence_code text not null,
  age_band text not null,
  decided_on date not null,
  invited_on date not null,
  outcome text not null,
  agreed_on date,
  birth_name text,
  first_names text[],
  birth_date text,
  phone text,
  email text,
  ml_id uuid constraint direct_applicant_ml references app.organisation (id),
  state text not null constraint direct_applicant_state
    check (state in ('to-assign', 'outside-network', 'invited', 'announced', 'answered', 'withdrawn')),
  state_on date not null,
  answer_code text,
  answered_on date,
  attempts int not null default 0,
  due_on date,
  version int not null default 1,
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz not null default now(),
  constraint direct_applicant_in_unit unique (unit_id, id),
  constraint direct_applicant_of_number unique (unit_id, unit_file_number),
  constraint direct_applicant_agreement check (case when agreed_on is null
    then num_nonnulls(birth_name, first_names, birth_date, phone, email) = 0 and state not in ('announced', 'answered')
    else num_nulls(birth_name, first_names, birth_date) = 0 end),
  constraint direct_applicant_place check (state not in ('invited', 'announced', 'answered') or ml_id is not null),
  constraint direct_applicant_dates check (invited_on >= decided_on)
);
create index direct_applicant_of_unit on app.direct_applicant (unit_id, created_at, id);
create index direct_applicant_of_ml on app.direct_applicant (ml_id, created_at, id)
  where agreed_on is not null;
${protect('direct_applicant', [
  {
    role: 'passerelle_unit',
    privileges: 'select, insert, update',
    using: 'unit_id = app.current_org()',
  },
  {
    role: 'passerelle_mission_locale',
    privileges: `select, update (state, state_on, answer_code, answered_on, attempts, due_on, version,
      updated_at)`,
    using: `ml_id = app.current_org() and agreed_on is not null
      and state in ('announced', 'answered', 'to-assign')`,
  },
])};
`;

const HISTORY = `
create table app.direct_applicant_transition (
  id uuid primary key default gen_random_uuid(),
  direct_applicant_id uuid not null,
  unit_id uuid not null,
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
  ml_id uuid,
  answer_code text,
  constraint direct_applicant_transition_of_applicant foreign key (unit_id, direct_applicant_id)
    references app.direct_applicant (unit_id, id)
);
create index direct_applicant_transition_of
  on app.direct_applicant_transition (direct_applicant_id, recorded_at);
${protect('direct_applicant_transition', [
  { role: 'passerelle_unit', privileges: 'select, insert', using: 'unit_id = app.current_org()' },
  {
    role: 'passerelle_mission_locale',
    privileges: 'select, insert',
    using: `ml_id = app.current_org() and exists (select from app.direct_applicant d
      where d.unit_id = direct_applicant_transition.unit_id
        and d.id = direct_applicant_transition.direct_applicant_id)`,
  },
])};
`;
