import type { AuditEntry } from '../../kernel/index.js';
import { ACTOR_COLUMNS, actorColumns } from '../../platform/database/index.js';

/** Columns of `app.audit_event` we write; id and time are given by the database. */
export const AUDIT_COLUMNS = {
  ...ACTOR_COLUMNS,
  org_id: 'uuid',
  effective_on: 'date',
  on_behalf_of: 'uuid',
  command: 'text',
  resource_type: 'text',
  resource_id: 'text',
  result: 'text',
  detail: 'text',
  correlation_id: 'text',
} as const;

export type AuditRow = Readonly<Record<keyof typeof AUDIT_COLUMNS, string | number | null>>;

/** One line of the journal: who acted, for whom, through which door, on what, with which result. */
export function auditRow(entry: AuditEntry): AuditRow {
  const { actor } = entry;
  return {
    org_id: entry.organisationId,
    effective_on: entry.effectiveOn,
    // A machine and a file act for the organisation that owns them; a person acts for oneself.
    on_behalf_of: actor.type === 'machine' || actor.type === 'file' ? actor.organisation.id : null,
    command: entry.command,
    resource_type: entry.resource.type,
    resource_id: entry.resource.id,
    result: entry.result,
    detail: entry.detail ?? null,
    correlation_id: actor.correlationId,
    // Last: keys added after a spread make a row of a bulk write forty times dearer.
    ...actorColumns(actor),
  };
}
