import type { MigrationInterface, QueryRunner } from 'typeorm';
import { OWN, protect, type Policy } from './row-level-security.js';

/** Files put down on a page, looked at before they are deposited: sealed, kept for an hour. */
export class PendingDeposits1760000000043 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(PENDING);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table app.pending_content, app.pending_deposit');
  }
}

const PRIVILEGES = 'select, insert, update, delete';
const PARTNERS: readonly Policy[] = [
  { role: 'passerelle_mission_locale', privileges: PRIVILEGES, using: OWN },
  { role: 'passerelle_unit', privileges: PRIVILEGES, using: OWN },
];
/** The nightly purge takes away what is past its time, and reads none of it. */
const PURGE: Policy = {
  role: 'passerelle_technical',
  privileges: 'select (id, expires_at), delete',
  using: 'expires_at < now()',
};

const PENDING = `
create table app.pending_deposit (
  id uuid primary key,
  org_id uuid not null constraint pending_deposit_org references app.organisation (id),
  depositor_id text not null,
  key_version int not null,
  preview bytea not null,
  file_id uuid,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  constraint pending_deposit_in_org unique (org_id, id),
  constraint pending_deposit_file foreign key (org_id, file_id) references app.exchange_file (org_id, id)
);
create index pending_deposit_of on app.pending_deposit (depositor_id, created_at);
create index pending_deposit_expiry on app.pending_deposit (expires_at);
${protect('pending_deposit', [...PARTNERS, PURGE])};
create table app.pending_content (
  org_id uuid not null,
  file_id uuid not null,
  part int not null,
  key_version int not null,
  bytes bytea not null,
  constraint pending_content_pk primary key (file_id, part),
  constraint pending_content_deposit foreign key (org_id, file_id)
    references app.pending_deposit (org_id, id) on delete cascade
);
alter table app.pending_content alter column bytes set storage external;
${protect('pending_content', PARTNERS)};
`;
