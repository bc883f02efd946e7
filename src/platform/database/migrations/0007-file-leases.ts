import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who processes which file, and since when: a lease with a fencing token (exchange.md 7.c). The service
 * itself may move a lease and the step that goes with it, whoever's file it is; nothing else of a file.
 */
export class FileLeases1760000000007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(LEASES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(NO_LEASES);
  }
}

const LEASES = `
alter table app.exchange_file
  add column lease_token bigint not null default 0,
  add column leased_until timestamptz,
  add column lease_holder uuid,
  add column crashes int not null default 0,
  add column failures int not null default 0,
  add column due_at timestamptz not null default clock_timestamp(),
  add constraint exchange_file_step check (step in
    ('RECU', 'REJETE_TECHNIQUE', 'A_CONFIRMER', 'ENREGISTRE', 'LECTURE', 'REJETE', 'APPLIQUE', 'CLOS',
     'REMPLACE', 'ANNULE', 'EN_ERREUR_INTERNE'));
create index exchange_file_turn on app.exchange_file (org_id, flow, received_at, sequence, id)
  where state = 'registered';
create index exchange_file_leased on app.exchange_file (leased_until) where leased_until is not null;
grant update (lease_token, leased_until, lease_holder, crashes, failures, due_at, step)
  on app.exchange_file to passerelle_technical;
alter table app.exchange_transition
  add column token bigint,
  alter column recorded_at set default clock_timestamp();
grant insert on app.exchange_transition to passerelle_technical;
create policy exchange_transition_technical on app.exchange_transition for insert
  to passerelle_technical with check (true);
`;

const NO_LEASES = `
drop policy exchange_transition_technical on app.exchange_transition;
revoke insert on app.exchange_transition from passerelle_technical;
alter table app.exchange_transition
  drop column token,
  alter column recorded_at set default now();
revoke update (lease_token, leased_until, lease_holder, crashes, failures, due_at, step)
  on app.exchange_file from passerelle_technical;
drop index app.exchange_file_leased, app.exchange_file_turn;
alter table app.exchange_file
  drop constraint exchange_file_step,
  drop column lease_token,
  drop column leased_until,
  drop column lease_holder,
  drop column crashes,
  drop column failures,
  drop column due_at;
`;
