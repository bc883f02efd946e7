import type { MigrationInterface, QueryRunner } from 'typeorm';
import { SCOPE_ROLES } from '../scope-roles.js';
import { protect } from './row-level-security.js';

/** Returns to the missions locales: an episode for each exit, what was done, what was read, and the rules of time. */
export class Returns1760000000070 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [EPISODES, SIDES, HISTORY, READ_MARKS, RULES]) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table app.deadline_rule, app.return_read_mark, app.return_transition,
      app.return_episode`);
  }
}

// One active return per service: another exit waits for nobody's goodwill, it is another row.
const EPISODES = `
create table app.return_episode (
  id uuid primary key,
  volunteer_id uuid not null,
  unit_id uuid not null constraint return_unit references app.organisation (id),
  ml_id uuid constraint return_ml references app.organisation (id),
  state text not null constraint return_state
    check (state in ('prepared', 'open', 'acknowledged', 'closed', 'cancelled')),
  state_on date not null,
  cause text constraint return_cause
    check (cause in ('dropout', 'no-solution', 'wish', 'planned-end')),
  ends_on date not null,
  counts_from date not null,
  answer_code text,
  contacted_on date,
  attempts int not null default 0,
  due_on date,
  due_rule text,
  escalation text not null default 'adviser' constraint return_escalation
    check (escalation in ('adviser', 'manager', 'arml')),
  escalates_on date,
  acted_at timestamptz,
  version int not null default 1,
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz not null default now(),
  constraint return_in_unit unique (unit_id, id),
  constraint return_of_both unique (unit_id, id, ml_id),
  constraint return_volunteer foreign key (unit_id, volunteer_id)
    references app.volunteer (unit_id, id),
  constraint return_volunteer_both foreign key (unit_id, volunteer_id, ml_id)
    references app.volunteer (unit_id, id, ml_id),
  constraint return_answered check ((answer_code is null) = (contacted_on is null)),
  constraint return_closed_by_answer check (state <> 'closed' or coalesce(answer_code, '') in
    ('RDV_PRIS', 'DEJA_ACCOMPAGNE', 'NOUVEAU_PROJET', 'NOUVEAU_CONTRAT', 'NE_SOUHAITE_PAS',
     'REORIENTATION', 'INJOIGNABLE_APRES_RELANCES')),
  constraint return_due check ((due_on is null) = (state in ('closed', 'cancelled')))
);
create unique index return_active on app.return_episode (unit_id, volunteer_id)
  where state in ('prepared', 'open', 'acknowledged');
create index return_of_volunteer on app.return_episode (volunteer_id, created_at);
create index return_of_unit on app.return_episode (unit_id, created_at desc, id desc);
create index return_of_ml on app.return_episode (ml_id, created_at desc, id desc);
create index return_waiting on app.return_episode (ml_id, state, due_on)
  where state in ('prepared', 'open', 'acknowledged');
create index return_climbing on app.return_episode (ml_id, escalates_on)
  where escalates_on is not null;
`;

// The unit opens, corrects and cancels; the mission locale acts, and begins nothing. Neither writes
// what is the other's to say: no answer comes from a unit.
const SIDES = `
${protect('return_episode', [
  {
    role: 'passerelle_unit',
    privileges: `select, insert, update (state, state_on, cause, ends_on, counts_from, due_on,
      due_rule, escalation, escalates_on, version, created_at, updated_at)`,
    using: 'unit_id = app.current_org()',
  },
  {
    role: 'passerelle_mission_locale',
    privileges: `select, update (state, state_on, counts_from, answer_code, contacted_on, attempts,
      due_on, due_rule, escalation, escalates_on, acted_at, version, updated_at)`,
    using: 'ml_id = app.current_org()',
  },
])};
`;

const HISTORY = `
create table app.return_transition (
  id uuid primary key default gen_random_uuid(),
  episode_id uuid not null,
  unit_id uuid not null,
  ml_id uuid,
  command text not null,
  from_state text,
  to_state text not null,
  effective_on date not null,
  recorded_at timestamptz not null default clock_timestamp(),
  answer_code text,
  contacted_on date,
  cause text,
  ends_on date not null,
  escalation text not null,
  actor_type text not null,
  actor_id text not null,
  acting_role text not null,
  organisation_id uuid,
  channel text not null,
  file_id uuid,
  file_line int,
  constraint return_transition_episode foreign key (unit_id, episode_id)
    references app.return_episode (unit_id, id),
  constraint return_transition_both foreign key (unit_id, episode_id, ml_id)
    references app.return_episode (unit_id, id, ml_id)
);
create index return_transition_of on app.return_transition (episode_id, recorded_at);
${protect('return_transition', [
  { role: 'passerelle_unit', privileges: 'select, insert', using: 'unit_id = app.current_org()' },
  {
    role: 'passerelle_mission_locale',
    privileges: 'select, insert',
    using: 'ml_id = app.current_org()',
  },
])};
`;

const READ_MARKS = `
create table app.return_read_mark (
  episode_id uuid not null,
  reader_id text not null,
  unit_id uuid not null,
  read_at timestamptz not null default clock_timestamp(),
  constraint return_read_mark_pkey primary key (episode_id, reader_id),
  constraint return_read_mark_episode foreign key (unit_id, episode_id)
    references app.return_episode (unit_id, id)
);
${protect('return_read_mark', [
  {
    role: 'passerelle_unit',
    privileges: 'select, insert, update (read_at)',
    using: 'unit_id = app.current_org()',
  },
])};
`;

// Class C0, as the directory: says how long, of nobody.
const RULES = `
create table app.deadline_rule (
  id uuid primary key default gen_random_uuid(),
  rule text not null,
  length int not null constraint deadline_rule_length check (length between 0 and 366),
  territory text,
  organisation_id uuid constraint deadline_rule_organisation references app.organisation (id),
  valid_from date not null,
  valid_to date,
  constraint deadline_rule_somewhere check (territory is not null or organisation_id is not null),
  constraint deadline_rule_period check (valid_to is null or valid_to >= valid_from)
);
grant select on app.deadline_rule to ${SCOPE_ROLES.join(', ')};
grant insert, update on app.deadline_rule to passerelle_technical;
`;
