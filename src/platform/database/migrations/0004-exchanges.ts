import type { MigrationInterface, QueryRunner } from 'typeorm';
import { SCOPE_ROLES } from '../scope-roles.js';
import { OWN, protect, type Policy } from './row-level-security.js';

/** The ledger of exchanged files: slots, deposits, rows, anomalies, mailbox, identity reviews. */
export class Exchanges1760000000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [SLOTS, FILES, ROWS, MAILBOX, REVIEWS]) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table app.identity_review, app.delivery_mark, app.mailbox_content,
      app.mailbox_file, app.exchange_anomaly, app.exchange_row, app.exchange_content,
      app.exchange_transition, app.exchange_file, app.exchange_slot;
      drop sequence app.receipt_number, app.report_number`);
  }
}

/** Both kinds of partners see their own; the service sees the ledger, which names nobody. */
function partners(privileges: string, technical?: string): Policy[] {
  const own: Policy[] = [
    { role: 'passerelle_mission_locale', privileges, using: OWN },
    { role: 'passerelle_unit', privileges, using: OWN },
  ];
  return technical
    ? [...own, { role: 'passerelle_technical', privileges: technical, using: 'true' }]
    : own;
}

const SLOTS = `
create table app.exchange_slot (
  id uuid primary key,
  org_id uuid not null constraint exchange_slot_org references app.organisation (id),
  flow text not null,
  mode text not null,
  period text not null,
  state text not null constraint exchange_slot_state check (state in
    ('upcoming', 'expected', 'received', 'nil', 'closed', 'late', 'missing', 'exempt')),
  opens_at timestamptz not null,
  due_at timestamptz not null,
  closes_at timestamptz not null,
  constraint exchange_slot_key unique (org_id, flow, mode, period)
);
${protect('exchange_slot', partners('select, insert, update', 'select, insert, update'))};
`;

const FILES = `
create sequence app.receipt_number;
create sequence app.report_number;
grant usage on sequence app.receipt_number, app.report_number to ${SCOPE_ROLES.join(', ')};
create table app.exchange_file (
  id uuid primary key,
  org_id uuid not null constraint exchange_file_org references app.organisation (id),
  number text not null constraint exchange_file_number unique,
  state text not null constraint exchange_file_state check (state in
    ('refused', 'registered', 'rejected', 'held', 'applied', 'closed', 'internal-error')),
  step text not null,
  flow text,
  mode text,
  period text,
  nature text,
  sequence int,
  slot_id uuid,
  file_name text,
  exchange_identifier text,
  sha256 text not null,
  bytes bigint not null,
  encoding text,
  separator text,
  row_count int,
  is_on_time boolean,
  channel text not null,
  depositor_id text not null,
  depositor_scopes text[] not null,
  manifest jsonb,
  faults jsonb not null,
  report_number text,
  report_stage text,
  report_code int,
  rows_read int not null default 0,
  rows_applied int not null default 0,
  rows_unchanged int not null default 0,
  rows_in_review int not null default 0,
  rows_stale int not null default 0,
  rows_rejected int not null default 0,
  received_at timestamptz not null,
  applied_at timestamptz,
  correlation_id text not null,
  constraint exchange_file_in_org unique (org_id, id),
  constraint exchange_file_conservation check (state not in ('applied', 'closed') or
    rows_read = rows_applied + rows_unchanged + rows_in_review + rows_stale + rows_rejected)
);
create unique index exchange_file_sequence on app.exchange_file (org_id, flow, mode, sequence)
  where state <> 'refused';
create index exchange_file_of_org on app.exchange_file (org_id, received_at desc, id desc);
create index exchange_file_content on app.exchange_file (org_id, sha256);
create index exchange_file_pending on app.exchange_file (received_at) where state = 'registered';
${protect('exchange_file', partners('select, insert, update', 'select'))};
create table app.exchange_transition (
  id uuid primary key default gen_random_uuid(),
  org_id uuid not null,
  file_id uuid not null,
  from_step text,
  to_step text not null,
  reason text,
  recorded_at timestamptz not null default now(),
  constraint exchange_transition_file foreign key (org_id, file_id) references app.exchange_file (org_id, id)
);
create index exchange_transition_of on app.exchange_transition (file_id, recorded_at);
${protect('exchange_transition', partners('select, insert'))};
create table app.exchange_content (
  org_id uuid not null,
  file_id uuid not null,
  part int not null,
  key_version int not null,
  bytes bytea not null,
  constraint exchange_content_pk primary key (file_id, part),
  constraint exchange_content_file foreign key (org_id, file_id) references app.exchange_file (org_id, id)
);
alter table app.exchange_content alter column bytes set storage external;
${protect('exchange_content', partners('select, insert'))};
`;

const ROWS = `
create table app.exchange_row (
  org_id uuid not null,
  file_id uuid not null,
  line int not null,
  row_id int,
  natural_key text,
  state text not null constraint exchange_row_state check (state in ('A', 'I', 'V', 'P', 'R')),
  resource_id uuid,
  recipient_id uuid,
  byte_start bigint not null,
  byte_end bigint not null,
  constraint exchange_row_pk primary key (file_id, line),
  constraint exchange_row_file foreign key (org_id, file_id) references app.exchange_file (org_id, id)
);
${protect('exchange_row', partners('select, insert, update'))};
create table app.exchange_anomaly (
  org_id uuid not null,
  file_id uuid not null,
  number int not null,
  line int,
  row_id int,
  column_name text,
  position int,
  type text not null,
  code text not null,
  precision text,
  level text not null,
  value text,
  message text not null,
  correction text not null,
  rule text,
  cascade_of text,
  suggested_value text,
  constraint exchange_anomaly_pk primary key (file_id, number),
  constraint exchange_anomaly_file foreign key (org_id, file_id) references app.exchange_file (org_id, id)
);
${protect('exchange_anomaly', partners('select, insert, delete'))};
`;

const MAILBOX = `
create table app.mailbox_file (
  id uuid primary key,
  org_id uuid not null constraint mailbox_file_org references app.organisation (id),
  flow text not null,
  mode text not null,
  period text not null,
  nature text not null,
  sequence int not null,
  file_name text not null,
  sha256 text not null,
  bytes bigint not null,
  row_count int not null,
  manifest jsonb not null,
  available_at timestamptz not null,
  expires_at timestamptz not null,
  state text not null constraint mailbox_file_state check (state in ('available', 'downloaded', 'acknowledged', 'expired')),
  acknowledgement jsonb,
  acknowledged_at timestamptz,
  constraint mailbox_file_in_org unique (org_id, id),
  constraint mailbox_file_sequence unique (org_id, flow, mode, sequence)
);
create index mailbox_file_of_org on app.mailbox_file (org_id, available_at desc, id desc);
${protect('mailbox_file', partners('select, insert, update'))};
create table app.mailbox_content (
  org_id uuid not null,
  file_id uuid not null,
  part int not null,
  key_version int not null,
  bytes bytea not null,
  constraint mailbox_content_pk primary key (file_id, part),
  constraint mailbox_content_file foreign key (org_id, file_id) references app.mailbox_file (org_id, id)
);
alter table app.mailbox_content alter column bytes set storage external;
${protect('mailbox_content', partners('select, insert'))};
create table app.delivery_mark (
  org_id uuid not null,
  flow text not null,
  resource_id uuid not null,
  version int not null,
  mailbox_file_id uuid not null,
  constraint delivery_mark_pk primary key (org_id, flow, resource_id)
);
${protect('delivery_mark', partners('select, insert, update'))};
`;

const REVIEWS = `
create table app.identity_review (
  id uuid primary key,
  org_id uuid not null,
  file_id uuid not null,
  line int not null,
  flow text not null,
  reason text not null,
  candidate_ids uuid[] not null,
  state text not null constraint identity_review_state
    check (state in ('open', 'same-person', 'different-persons', 'undecidable')),
  chosen_id uuid,
  opened_at timestamptz(3) not null default now(),
  decided_at timestamptz,
  decided_by text,
  constraint identity_review_row unique (file_id, line),
  constraint identity_review_file foreign key (org_id, file_id) references app.exchange_file (org_id, id)
);
create index identity_review_open on app.identity_review (org_id, opened_at desc) where state = 'open';
${protect('identity_review', partners('select, insert, update'))};
`;
