import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from './row-level-security.js';

/** Information sessions of a mission locale with a unit, who is registered, and their history. */
export class InformationSessions1760000000125 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [SESSIONS, REGISTRATIONS, HISTORY]) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table app.information_session_transition, app.session_registration,
      app.information_session`);
  }
}

// The unit reads how many, and answers whether it comes. The counts stand on the session, so that seats
// are bounded by the row that everybody writes, and outlive the names.
const SESSIONS = `
create table app.information_session (
  id uuid primary key,
  ml_id uuid not null constraint information_session_ml references app.organisation (id),
  unit_id uuid not null constraint information_session_unit references app.organisation (id),
  starts_at timestamptz(3) not null,
  place text not null,
  seats int not null,
  state text not null
    constraint information_session_state check (state in ('planned', 'cancelled')),
  cancel_reason text,
  presence text,
  staff int,
  registered int not null default 0,
  ticked int not null default 0,
  attended int not null default 0,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint information_session_in_ml unique (ml_id, id),
  constraint information_session_of_pair unique (ml_id, unit_id, id),
  constraint information_session_seats check (registered between 0 and seats),
  constraint information_session_came check (attended between 0 and ticked and ticked <= registered),
  constraint information_session_cancel check ((state = 'cancelled') = (cancel_reason is not null)),
  constraint information_session_staff check (staff is null or presence is not null)
);
create index information_session_of_ml on app.information_session (ml_id, starts_at, id);
create index information_session_of_unit on app.information_session (unit_id, starts_at, id);
${protect('information_session', [
  {
    role: 'passerelle_mission_locale',
    privileges: `select, insert, update (state, cancel_reason, registered, ticked, attended, version,
      updated_at)`,
    using: 'ml_id = app.current_org()',
  },
  {
    role: 'passerelle_unit',
    privileges: 'select, update (presence, staff, version, updated_at)',
    using: 'unit_id = app.current_org()',
  },
])};
`;

// Who is registered is the mission locale's own, and is forgotten; no unit has any right here.
const REGISTRATIONS = `
create table app.session_registration (
  session_id uuid not null,
  ml_id uuid not null,
  person_id uuid not null,
  attendance text,
  registered_at timestamptz not null default now(),
  forgotten_on date not null,
  constraint session_registration_pkey primary key (session_id, person_id),
  constraint session_registration_session foreign key (ml_id, session_id)
    references app.information_session (ml_id, id),
  constraint session_registration_person foreign key (ml_id, person_id)
    references app.young_person (org_id, id)
);
create index session_registration_of_person on app.session_registration (person_id);
create index session_registration_forgotten on app.session_registration (forgotten_on);
${protect('session_registration', [
  {
    role: 'passerelle_mission_locale',
    privileges: 'select, insert, update (attendance), delete',
    using: 'ml_id = app.current_org()',
  },
  {
    role: 'passerelle_technical',
    privileges: 'select (forgotten_on), delete',
    using: 'forgotten_on < current_date',
  },
])};
`;

const HISTORY = `
create table app.information_session_transition (
  id uuid primary key default gen_random_uuid(),
  session_id uuid not null,
  ml_id uuid not null,
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
  constraint information_session_transition_session foreign key (ml_id, unit_id, session_id)
    references app.information_session (ml_id, unit_id, id)
);
create index information_session_transition_of
  on app.information_session_transition (session_id, recorded_at);
${protect('information_session_transition', [
  {
    role: 'passerelle_mission_locale',
    privileges: 'select, insert',
    using: 'ml_id = app.current_org()',
  },
  { role: 'passerelle_unit', privileges: 'select, insert', using: 'unit_id = app.current_org()' },
])};
`;
