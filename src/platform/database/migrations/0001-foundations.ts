import type { MigrationInterface, QueryRunner } from 'typeorm';
import { SCOPE_ROLES } from '../scope-roles.js';
import { OWN, protect } from './row-level-security.js';

/** Scope function, outbox, inbox, audit trail and idempotency keys: what every feature needs. */
export class Foundations1760000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SCOPE);
    await runner.query(OUTBOX);
    await runner.query(AUDIT);
    await runner.query(IDEMPOTENCY);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table app.idempotency_key, app.audit_event, app.inbox_receipt,
      app.outbox_message; drop function app.current_org()`);
  }
}

// An empty setting is what a pooled connection keeps after a transaction (trust.md V5).
const SCOPE = `
create function app.current_org() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('app.org', true), '')::uuid $$;
grant usage on schema app to ${SCOPE_ROLES.join(', ')};
`;

const OUTBOX = `
create table app.outbox_message (
  id uuid primary key,
  name text not null,
  organisation_id uuid,
  subject_id text not null,
  payload jsonb not null,
  correlation_id text not null,
  created_at timestamptz not null default now(),
  published_at timestamptz,
  attempts int not null default 0,
  done_at timestamptz
);
create index outbox_message_unpublished on app.outbox_message (created_at) where published_at is null;
create index outbox_message_undone on app.outbox_message (published_at) where done_at is null;
${protect('outbox_message', [
  { role: 'passerelle_technical', privileges: 'select, insert, update, delete', using: 'true' },
  {
    role: 'passerelle_mission_locale',
    privileges: 'insert',
    check: 'organisation_id = app.current_org()',
  },
  { role: 'passerelle_unit', privileges: 'insert', check: 'organisation_id = app.current_org()' },
  {
    role: 'passerelle_national',
    privileges: 'insert',
    check: 'organisation_id = app.current_org()',
  },
])};
create table app.inbox_receipt (
  consumer text not null,
  message_id uuid not null,
  received_at timestamptz not null default now(),
  primary key (consumer, message_id)
);
grant insert on app.inbox_receipt to ${SCOPE_ROLES.join(', ')};
grant select, delete on app.inbox_receipt to passerelle_technical;
`;

const AUDIT = `
create table app.audit_event (
  id uuid primary key default gen_random_uuid(),
  org_id uuid not null,
  recorded_at timestamptz not null default now(),
  effective_on date,
  actor_type text not null,
  actor_id text not null,
  acting_role text not null,
  on_behalf_of uuid,
  channel text not null,
  file_id uuid,
  file_line int,
  command text not null,
  resource_type text not null,
  resource_id text not null,
  result text not null check (result in ('done', 'refused', 'read')),
  detail text,
  correlation_id text not null
);
create index audit_event_resource on app.audit_event (resource_type, resource_id);
create index audit_event_org on app.audit_event (org_id, recorded_at);
${protect('audit_event', [
  { role: 'passerelle_mission_locale', privileges: 'insert', check: OWN },
  { role: 'passerelle_unit', privileges: 'insert', check: OWN },
  { role: 'passerelle_national', privileges: 'insert', check: OWN },
  { role: 'passerelle_medical', privileges: 'insert', check: OWN },
  { role: 'passerelle_technical', privileges: 'insert', check: 'true' },
])};
`;

const IDEMPOTENCY = `
create table app.idempotency_key (
  org_id uuid not null,
  client text not null,
  key text not null,
  fingerprint text not null,
  status int,
  key_version int not null,
  body bytea not null,
  headers jsonb,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  primary key (org_id, client, key)
);
create index idempotency_key_expiry on app.idempotency_key (expires_at);
${protect('idempotency_key', [
  { role: 'passerelle_mission_locale', privileges: 'select, insert, update', using: OWN },
  { role: 'passerelle_unit', privileges: 'select, insert, update', using: OWN },
  { role: 'passerelle_national', privileges: 'select, insert, update', using: OWN },
  { role: 'passerelle_technical', privileges: 'select (expires_at), delete', using: 'true' },
])};
`;
