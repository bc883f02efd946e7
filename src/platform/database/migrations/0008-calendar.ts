import type { MigrationInterface, QueryRunner } from 'typeorm';
import { OWN, protect, type Policy } from './row-level-security.js';

/** The month that runs by itself: ends of slots, notices, what was done when, who sent what to whom. */
export class Calendar1760000000008 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [SLOTS, FILES, MAILBOX, DELIVERIES, NOTICES, ACTS]) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table app.exchange_act, app.exchange_notice, app.delivery_line,
      app.delivery_part;
      drop policy mailbox_content_technical on app.mailbox_content;
      revoke all on app.mailbox_content, app.mailbox_file from passerelle_technical;
      drop policy mailbox_file_technical on app.mailbox_file;
      drop policy identity_review_technical on app.identity_review;
      revoke all on app.identity_review from passerelle_technical;
      alter table app.mailbox_file drop column copied_at, drop column purged_at,
        drop column reissued_at;
      drop index app.exchange_file_provisional, app.exchange_file_slot, app.exchange_file_applied,
        app.exchange_file_gap;
      alter table app.exchange_file drop column replaces_report;
      drop index app.exchange_slot_open;
      alter table app.exchange_slot drop column closed_at, drop column exempt_reason`);
  }
}

const SLOTS = `
alter table app.exchange_slot add column closed_at timestamptz, add column exempt_reason text;
create index exchange_slot_open on app.exchange_slot (closes_at) where closed_at is null;
`;

const FILES = `
alter table app.exchange_file add column replaces_report text;
create index exchange_file_provisional on app.exchange_file (org_id, flow, mode, period)
  where report_stage is not null and report_stage <> 'DEFINITIF';
create index exchange_file_slot on app.exchange_file (slot_id) where slot_id is not null;
create index exchange_file_applied on app.exchange_file (applied_at) where applied_at is not null;
create index exchange_file_gap on app.exchange_file (received_at)
  where faults @> '[{"code": "SEQUENCE_TROU"}]' and state <> 'refused';
grant select (file_id, state) on app.identity_review to passerelle_technical;
create policy identity_review_technical on app.identity_review to passerelle_technical using (true);
`;

// The service knows how long a file waits, not what it tells; it removes bytes it cannot read.
const MAILBOX = `
alter table app.mailbox_file add column copied_at timestamptz, add column purged_at timestamptz,
  add column reissued_at timestamptz;
create index mailbox_file_waiting on app.mailbox_file (available_at) where purged_at is null;
grant select (id, org_id, flow, mode, period, nature, file_name, row_count, available_at, expires_at,
  state, copied_at, purged_at, acknowledged_at), update (state, purged_at)
  on app.mailbox_file to passerelle_technical;
create policy mailbox_file_technical on app.mailbox_file to passerelle_technical using (true);
grant select (file_id), delete on app.mailbox_content to passerelle_technical;
create policy mailbox_content_technical on app.mailbox_content to passerelle_technical using (true);
`;

/** Written by the recipient's deliveries; read by the emitter of the records too. */
function shared(table: string): string {
  const mine: Policy[] = [
    { role: 'passerelle_mission_locale', privileges: 'select, insert, update', using: OWN },
    { role: 'passerelle_unit', privileges: 'select, insert, update', using: OWN },
  ];
  const sent = ['mission_locale', 'unit'].map(
    (kind) => `create policy ${table}_${kind}_sent on app.${table} for select
      to passerelle_${kind} using (emitter_id = app.current_org())`,
  );
  return [protect(table, mine), ...sent].join(';\n');
}

const DELIVERIES = `
create table app.delivery_part (
  org_id uuid not null,
  file_id uuid not null,
  emitter_id uuid not null constraint delivery_part_emitter references app.organisation (id),
  flow text not null,
  mode text not null,
  period text not null,
  row_count int not null,
  refused_count int not null default 0,
  available_at timestamptz not null,
  state text not null constraint delivery_part_state
    check (state in ('available', 'downloaded', 'acknowledged', 'expired')),
  status text,
  acknowledged_at timestamptz,
  constraint delivery_part_pk primary key (file_id, emitter_id),
  constraint delivery_part_file foreign key (org_id, file_id) references app.mailbox_file (org_id, id)
);
create index delivery_part_sent on app.delivery_part (emitter_id, available_at desc, file_id desc);
${shared('delivery_part')};
grant select, update (state) on app.delivery_part to passerelle_technical;
create policy delivery_part_technical on app.delivery_part to passerelle_technical using (true);
create table app.delivery_line (
  org_id uuid not null,
  file_id uuid not null,
  line int not null,
  emitter_id uuid not null,
  resource_id uuid not null,
  refused_code text,
  constraint delivery_line_pk primary key (file_id, line),
  constraint delivery_line_part foreign key (file_id, emitter_id)
    references app.delivery_part (file_id, emitter_id)
);
create index delivery_line_resource on app.delivery_line (emitter_id, resource_id);
${shared('delivery_line')};
`;

const NOTICES = `
create table app.exchange_notice (
  id uuid primary key,
  org_id uuid not null constraint exchange_notice_org references app.organisation (id),
  key text not null,
  kind text not null,
  audience text not null,
  flow text,
  mode text,
  period text,
  sequence int,
  file_id uuid,
  file_name text,
  partner text,
  due_at timestamptz not null,
  issued_at timestamptz not null,
  constraint exchange_notice_key unique (org_id, key)
);
create index exchange_notice_due on app.exchange_notice (due_at);
create index exchange_notice_of_org on app.exchange_notice (org_id, issued_at desc, id desc);
${protect('exchange_notice', [
  { role: 'passerelle_mission_locale', privileges: 'select', using: OWN },
  { role: 'passerelle_unit', privileges: 'select', using: OWN },
  { role: 'passerelle_national', privileges: 'select', using: OWN },
  { role: 'passerelle_technical', privileges: 'select, insert', using: 'true' },
])};
`;

// What the calendar did, by civil date: the key says of what, the database that it was once.
const ACTS = `
create table app.exchange_act (
  org_id uuid not null constraint exchange_act_org references app.organisation (id),
  key text not null,
  due_at timestamptz not null,
  done_at timestamptz not null,
  constraint exchange_act_pk primary key (org_id, key)
);
create index exchange_act_due on app.exchange_act (due_at);
${protect('exchange_act', [
  { role: 'passerelle_mission_locale', privileges: 'select, insert', using: OWN },
  { role: 'passerelle_unit', privileges: 'select, insert', using: OWN },
  { role: 'passerelle_technical', privileges: 'select, insert', using: 'true' },
])};
`;
