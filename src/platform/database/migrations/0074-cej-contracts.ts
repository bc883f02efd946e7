import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from './row-level-security.js';

/** CEJ and PACEA contracts of young people, what is their mission locale's alone, and their history. */
export class CejContracts1760000000074 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [CONTRACTS, MOTIVES, HISTORY]) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop table app.cej_contract_transition, app.cej_contract_motive, app.cej_contract',
    );
  }
}

// Facts only: where a contract stands on a day is computed. A unit reads the contracts of the young
// people who serve, or served, with it (F18), and writes none. `referral_id` says where the dates come
// from, and opens nothing: no key ties it.
const CONTRACTS = `
create table app.cej_contract (
  id uuid primary key,
  ml_id uuid not null constraint cej_contract_ml references app.organisation (id),
  person_id uuid not null,
  referral_id uuid,
  scheme text not null,
  state text not null constraint cej_contract_state check (state in ('open', 'ended')),
  starts_on date not null,
  planned_end_on date not null,
  extended_until date,
  ended_on date,
  confirmed_until date,
  confirmed_on date,
  is_kept boolean not null default false,
  as_of_on date,
  as_of_sequence int,
  as_of_line int,
  version int not null default 1,
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz not null default now(),
  constraint cej_contract_in_ml unique (ml_id, id),
  constraint cej_contract_person foreign key (ml_id, person_id)
    references app.young_person (org_id, id),
  constraint cej_contract_end check ((state = 'ended') = (ended_on is not null)),
  constraint cej_contract_dates check (planned_end_on > starts_on)
);
create index cej_contract_of_ml on app.cej_contract (ml_id, created_at desc, id desc);
create index cej_contract_of_person on app.cej_contract (person_id);
${protect('cej_contract', [
  {
    role: 'passerelle_mission_locale',
    privileges: `select, insert, update (referral_id, state, starts_on, planned_end_on,
      extended_until, ended_on, confirmed_until, confirmed_on, is_kept, as_of_on, as_of_sequence,
      as_of_line, version, updated_at)`,
    using: 'ml_id = app.current_org()',
  },
  {
    role: 'passerelle_unit',
    privileges: 'select',
    using: `exists (select from app.volunteer v where v.person_id = cej_contract.person_id
      and v.person_org_id = cej_contract.ml_id and v.unit_id = app.current_org()
      and v.state in ('in-service', 'exited'))`,
  },
])};
`;

// Why a contract ended may be sensitive (MANQUEMENT): no unit has any right here.
const MOTIVES = `
create table app.cej_contract_motive (
  contract_id uuid primary key,
  ml_id uuid not null,
  extension_motive text,
  end_reason text,
  confirmed_by text,
  constraint cej_contract_motive_contract foreign key (ml_id, contract_id)
    references app.cej_contract (ml_id, id)
);
${protect('cej_contract_motive', [
  {
    role: 'passerelle_mission_locale',
    privileges: 'select, insert, update (extension_motive, end_reason, confirmed_by)',
    using: 'ml_id = app.current_org()',
  },
])};
`;

const HISTORY = `
create table app.cej_contract_transition (
  id uuid primary key default gen_random_uuid(),
  contract_id uuid not null,
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
  said jsonb not null,
  constraint cej_contract_transition_contract foreign key (ml_id, contract_id)
    references app.cej_contract (ml_id, id)
);
create index cej_contract_transition_of on app.cej_contract_transition (contract_id, recorded_at);
${protect('cej_contract_transition', [
  {
    role: 'passerelle_mission_locale',
    privileges: 'select, insert',
    using: 'ml_id = app.current_org()',
  },
])};
`;
