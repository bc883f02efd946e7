import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People sign in: which identity is which account, sign-ins under way, sessions (SEC-01 to SEC-08). */
export class Sessions1760000000030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SESSIONS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table app.session, app.sign_in_attempt, app.account_identity');
  }
}

const SESSIONS = `
create table app.account_identity (
  issuer text not null,
  subject text not null,
  account_id uuid not null constraint account_identity_owner references app.account (id),
  linked_at timestamptz not null,
  constraint account_identity_pk primary key (issuer, subject),
  constraint account_identity_account unique (account_id)
);
create table app.sign_in_attempt (
  browser_hash text primary key,
  state text not null,
  nonce text not null,
  verifier text not null,
  next_path text not null,
  expires_at timestamptz not null
);
create index sign_in_attempt_expiry on app.sign_in_attempt (expires_at);
create table app.session (
  id uuid primary key,
  token_hash text not null constraint session_token unique,
  account_id uuid not null constraint session_account references app.account (id),
  organisation_id uuid not null constraint session_organisation references app.organisation (id),
  role text not null,
  acr text not null,
  key_version int not null,
  id_token bytea not null,
  started_at timestamptz not null,
  seen_at timestamptz not null,
  ends_at timestamptz not null,
  ended_at timestamptz
);
create index session_account_index on app.session (account_id);
create index session_end on app.session (ends_at);
grant select, insert on app.account_identity to passerelle_technical;
grant select, insert, delete on app.sign_in_attempt to passerelle_technical;
grant select, insert, delete on app.session to passerelle_technical;
grant update (seen_at, ended_at) on app.session to passerelle_technical;
`;
