import { actingRole, type AuditEntry } from '../../kernel/index.js';

/** Columns of `app.audit_event` we write; id and time are given by the database. */
export const AUDIT_COLUMNS = {
  org_id: 'uuid',
  effective_on: 'date',
  actor_type: 'text',
  actor_id: 'text',
  acting_role: 'text',
  on_behalf_of: 'uuid',
  channel: 'text',
  file_id: 'uuid',
  file_line: 'int',
  command: 'text',
  resource_type: 'text',
  resource_id: 'text',
  result: 'text',
  detail: 'text',
  correlation_id: 'text',
} as const;

export type AuditRow = Readonly<Record<keyof typeof AUDIT_COLUMNS, string | number | null>>;

/** One line of the journal: who acted, for whom, through which door, on what, with which result. */
export function auditRow({ actor, ...entry }: AuditEntry): AuditRow {
  const { channel } = actor;
  return {
    org_id: entry.organisationId,
    effective_on: entry.effectiveOn,
    actor_type: actor.type,
    actor_id: actor.id,
    acting_role: actingRole(actor),
    // A machine and a file act for the organisation that owns them; a person acts for oneself.
    on_behalf_of: actor.type === 'machine' || actor.type === 'file' ? actor.organisation.id : null,
    channel: channel.kind,
    file_id: channel.kind === 'file' ? channel.fileId : null,
    file_line: channel.kind === 'file' ? channel.line : null,
    command: entry.command,
    resource_type: entry.resource.type,
    resource_id: entry.resource.id,
    result: entry.result,
    detail: entry.detail ?? null,
    correlation_id: actor.correlationId,
  };
}
