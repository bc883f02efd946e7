import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The register keeps what the project shipped beside what somebody made of it, and every change with
 * its values before and after. Lines of the history are added and never touched again.
 */
export class RegisterChanges1760000000060 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CHANGES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table app.register_change;
      alter table app.organisation drop column shipped, drop column service_email,
        drop column version`);
  }
}

const CHANGES = `
alter table app.organisation
  -- The row as shipped last; null for one that somebody added.
  add column shipped jsonb,
  add column service_email text,
  add column version int not null default 1;
create table app.register_change (
  act_id uuid not null,
  organisation_id uuid not null constraint register_change_organisation references app.organisation (id),
  field text not null,
  before text,
  after text,
  actor_type text not null,
  actor_id text not null,
  acting_role text not null,
  channel text not null,
  recorded_at timestamptz not null,
  constraint register_change_pk primary key (act_id, organisation_id, field)
);
create index register_change_latest on app.register_change (organisation_id, recorded_at);
grant select, insert on app.register_change to passerelle_technical;
`;
