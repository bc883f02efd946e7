import type { MigrationInterface, QueryRunner } from 'typeorm';
import { SCOPE_ROLES } from '../scope-roles.js';

/** Organisations, what they cover, who works with whom, accounts and machine clients. */
export class Organisations1760000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ORGANISATIONS);
    await runner.query(ACCOUNTS);
    await runner.query(GRANTS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table app.client_assertion, app.access_token, app.machine_client,
      app.membership, app.account, app.privacy_notice, app.convention, app.coverage,
      app.organisation`);
  }
}

// Class C0 (directory): no personal data, readable by every scope.
const ORGANISATIONS = `
create table app.organisation (
  id uuid primary key,
  code text not null constraint organisation_code unique,
  kind text not null constraint organisation_kind check (kind in ('mission-locale', 'unit', 'national')),
  scheme text constraint organisation_scheme check (scheme in ('SMA', 'SMV')),
  name text not null,
  usual_name text not null,
  territory text not null,
  time_zone text not null,
  department text,
  siret text,
  valid_from date not null,
  valid_to date
);
create table app.coverage (
  mission_locale_id uuid not null constraint coverage_mission_locale references app.organisation (id),
  commune_code text not null,
  valid_from date not null,
  valid_to date,
  constraint coverage_pk primary key (mission_locale_id, commune_code, valid_from)
);
create index coverage_commune on app.coverage (commune_code);
create table app.convention (
  id uuid primary key,
  mission_locale_id uuid not null constraint convention_mission_locale references app.organisation (id),
  unit_id uuid not null constraint convention_unit references app.organisation (id),
  valid_from date not null,
  valid_to date,
  duties text[] not null,
  constraint convention_pair unique (mission_locale_id, unit_id, valid_from)
);
create index convention_unit_index on app.convention (unit_id);
create table app.privacy_notice (
  version text primary key,
  valid_from date not null,
  valid_to date
);
`;

const ACCOUNTS = `
create table app.account (
  id uuid primary key,
  email text not null constraint account_email unique,
  display_name text not null,
  state text not null constraint account_state check (state in ('pending', 'active', 'suspended'))
);
create table app.membership (
  account_id uuid not null constraint membership_account references app.account (id),
  organisation_id uuid not null constraint membership_organisation references app.organisation (id),
  role text not null,
  valid_from date not null,
  valid_to date,
  constraint membership_pk primary key (account_id, organisation_id, role, valid_from)
);
create index membership_organisation_index on app.membership (organisation_id);
create table app.machine_client (
  id uuid primary key,
  client_id text not null constraint machine_client_client_id unique,
  organisation_id uuid not null constraint machine_client_organisation references app.organisation (id),
  secret_hash text,
  public_keys jsonb,
  scopes text[] not null,
  state text not null constraint machine_client_state check (state in ('active', 'revoked')),
  created_at timestamptz not null default now()
);
create table app.access_token (
  token_hash text primary key,
  machine_client_id uuid not null constraint access_token_client references app.machine_client (id),
  scopes text[] not null,
  issued_at timestamptz not null default now(),
  expires_at timestamptz not null
);
create index access_token_expiry on app.access_token (expires_at);
create table app.client_assertion (
  machine_client_id uuid not null constraint client_assertion_client references app.machine_client (id),
  jti text not null,
  expires_at timestamptz not null,
  constraint client_assertion_pk primary key (machine_client_id, jti)
);
`;

const GRANTS = `
grant select on app.organisation, app.coverage, app.convention, app.privacy_notice
  to ${SCOPE_ROLES.join(', ')};
grant insert, update on app.organisation, app.coverage, app.convention, app.privacy_notice
  to passerelle_technical;
grant select, insert, update on app.account, app.membership, app.machine_client
  to passerelle_technical;
grant select, insert, delete on app.access_token, app.client_assertion to passerelle_technical;
`;
