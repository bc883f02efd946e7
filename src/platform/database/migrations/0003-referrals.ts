import type { MigrationInterface, QueryRunner } from 'typeorm';
import { OWN, protect } from './row-level-security.js';

/** Young people, referrals, candidacies and, apart, medical conclusions. */
export class Referrals1760000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [PEOPLE, REFERRALS, CANDIDACIES, HISTORY, MEDICAL]) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table app.medical_conclusion, app.candidacy_transition,
      app.referral_transition, app.candidacy, app.referral, app.person_share, app.young_person`);
  }
}

const PEOPLE = `
create table app.young_person (
  id uuid primary key,
  org_id uuid not null constraint young_person_org references app.organisation (id),
  birth_name text not null,
  usage_name text,
  first_names text[] not null,
  sex text constraint young_person_sex check (sex in ('F', 'M', 'I')),
  birth_date text not null,
  birth_place_code text,
  birth_place_label text,
  name_key text not null,
  first_name_key text not null,
  phone text,
  email text,
  street text,
  address_complement text,
  postal_code text,
  commune_code text,
  priority_district text,
  imilo_id text,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint young_person_in_org unique (org_id, id)
);
create unique index young_person_imilo on app.young_person (org_id, imilo_id) where imilo_id is not null;
create index young_person_traits on app.young_person (org_id, birth_date, name_key, first_name_key);
create table app.person_share (
  org_id uuid not null constraint person_share_org references app.organisation (id),
  owner_org_id uuid not null,
  person_id uuid not null,
  valid_from date not null,
  valid_to date,
  constraint person_share_pk primary key (org_id, person_id),
  constraint person_share_person foreign key (owner_org_id, person_id)
    references app.young_person (org_id, id)
);
${protect('person_share', [
  {
    role: 'passerelle_mission_locale',
    privileges: 'select, insert, update',
    using: 'owner_org_id = app.current_org()',
  },
  {
    role: 'passerelle_unit',
    privileges: 'select, insert',
    using: OWN,
    check: 'org_id = app.current_org() and owner_org_id = app.current_org()',
  },
])};
${protect('young_person', [
  { role: 'passerelle_mission_locale', privileges: 'select, insert, update', using: OWN },
  {
    role: 'passerelle_unit',
    privileges: 'select, insert, update',
    // Own direct applicants are shared with oneself: one probe, no OR (trust.md V18, V20).
    using: `exists (select from app.person_share s where s.org_id = app.current_org()
      and s.person_id = young_person.id and (s.valid_to is null or s.valid_to >= current_date))`,
    check: OWN,
  },
])};
`;

// Lists are read by the millisecond: a cursor must find the very instant that was kept.
const REFERRALS = `
create table app.referral (
  id uuid primary key,
  ml_id uuid not null constraint referral_ml references app.organisation (id),
  unit_id uuid not null constraint referral_unit references app.organisation (id),
  person_id uuid not null,
  reference text not null,
  state text not null constraint referral_state
    check (state in ('draft', 'submitted', 'received', 'decided', 'withdrawn', 'lapsed')),
  volunteer_type text not null,
  track_wish text,
  diploma_level text not null,
  support text not null,
  cej_starts_on date,
  cej_ends_on date,
  prerequisites text[] not null,
  informed_on date not null,
  notice_version text not null,
  referent_mailbox text,
  referred_on date,
  submitted_at timestamptz,
  outcome_code text,
  outcome_decided_on date,
  outcome_reexamination_on date,
  adviser_id uuid,
  as_of_on date,
  as_of_sequence int,
  as_of_line int,
  version int not null default 1,
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz not null default now(),
  constraint referral_in_ml unique (ml_id, id),
  constraint referral_reference unique (ml_id, reference),
  constraint referral_person foreign key (ml_id, person_id) references app.young_person (org_id, id)
);
create unique index referral_one_open on app.referral (ml_id, person_id)
  where state in ('submitted', 'received');
create index referral_of_ml on app.referral (ml_id, created_at desc, id desc);
create index referral_of_unit on app.referral (unit_id, created_at desc, id desc) where state <> 'draft';
create index referral_unit_reference on app.referral (unit_id, reference);
create index referral_of_person on app.referral (person_id);
${protect('referral', [
  {
    role: 'passerelle_mission_locale',
    privileges: 'select, insert, update',
    using: 'ml_id = app.current_org()',
  },
  {
    role: 'passerelle_unit',
    privileges: `select, update (state, outcome_code, outcome_decided_on, outcome_reexamination_on,
      version, updated_at)`,
    using: `unit_id = app.current_org() and state <> 'draft'`,
  },
])};
`;

const CANDIDACIES = `
create table app.candidacy (
  id uuid primary key,
  unit_id uuid not null constraint candidacy_unit references app.organisation (id),
  ml_id uuid constraint candidacy_ml references app.organisation (id),
  referral_id uuid,
  person_org_id uuid not null,
  person_id uuid not null,
  origin text not null,
  unit_file_number text,
  state text not null constraint candidacy_state
    check (state in ('received', 'in-evaluation', 'convoked', 'decided', 'closed')),
  state_on date not null,
  acknowledged_on date,
  convoked_on date,
  outcome_code text,
  decided_on date,
  reexamination_on date,
  assessed_level text,
  planned_incorporation_on date,
  contingent text,
  as_of_on date,
  as_of_sequence int,
  as_of_line int,
  version int not null default 1,
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz not null default now(),
  constraint candidacy_in_unit unique (unit_id, id),
  constraint candidacy_referral unique (referral_id),
  constraint candidacy_of_referral foreign key (ml_id, referral_id) references app.referral (ml_id, id),
  constraint candidacy_person foreign key (person_org_id, person_id)
    references app.young_person (org_id, id)
);
create unique index candidacy_file_number on app.candidacy (unit_id, unit_file_number)
  where unit_file_number is not null;
create index candidacy_of_unit on app.candidacy (unit_id, created_at desc, id desc);
create index candidacy_of_ml on app.candidacy (ml_id);
create index candidacy_of_person on app.candidacy (person_id);
${protect('candidacy', [
  {
    role: 'passerelle_unit',
    privileges: 'select, insert, update',
    using: 'unit_id = app.current_org()',
  },
  {
    role: 'passerelle_mission_locale',
    privileges: 'select, insert, update (state, state_on, version, updated_at)',
    using: 'ml_id = app.current_org()',
  },
])};
`;

const HISTORY = `
create table app.referral_transition (
  id uuid primary key default gen_random_uuid(),
  referral_id uuid not null,
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
  constraint referral_transition_referral foreign key (ml_id, referral_id) references app.referral (ml_id, id)
);
create index referral_transition_of on app.referral_transition (referral_id, recorded_at);
${protect('referral_transition', [
  {
    role: 'passerelle_mission_locale',
    privileges: 'select, insert',
    using: 'ml_id = app.current_org()',
  },
  { role: 'passerelle_unit', privileges: 'select, insert', using: 'unit_id = app.current_org()' },
])};
create table app.candidacy_transition (
  id uuid primary key default gen_random_uuid(),
  candidacy_id uuid not null,
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
  constraint candidacy_transition_candidacy foreign key (unit_id, candidacy_id) references app.candidacy (unit_id, id)
);
create index candidacy_transition_of on app.candidacy_transition (candidacy_id, recorded_at);
${protect('candidacy_transition', [
  { role: 'passerelle_unit', privileges: 'select, insert', using: 'unit_id = app.current_org()' },
  {
    role: 'passerelle_mission_locale',
    privileges: 'select, insert',
    using: 'ml_id = app.current_org()',
  },
])};
`;

// Own table, own role, own audit (PRV-01…03): the unit may write a conclusion and never read it.
const MEDICAL = `
create table app.medical_conclusion (
  id uuid primary key,
  unit_id uuid not null,
  ml_id uuid,
  candidacy_id uuid not null,
  key_version int not null,
  sealed bytea not null,
  recorded_at timestamptz not null default clock_timestamp(),
  recorded_by text not null,
  constraint medical_conclusion_candidacy foreign key (unit_id, candidacy_id) references app.candidacy (unit_id, id)
);
create index medical_conclusion_of on app.medical_conclusion (candidacy_id, recorded_at desc);
${protect('medical_conclusion', [
  { role: 'passerelle_unit', privileges: 'insert', check: 'unit_id = app.current_org()' },
  {
    role: 'passerelle_medical',
    privileges: 'select',
    using: 'unit_id = app.current_org() or ml_id = app.current_org()',
  },
])};
`;
