import { actingRole, type Actor } from '../../kernel/index.js';
import type { ColumnTypes } from './set-based.js';

/** Columns that say who acted, in which role, for whom and through which door. */
export const ACTOR_COLUMNS = {
  actor_type: 'text',
  actor_id: 'text',
  acting_role: 'text',
  channel: 'text',
  file_id: 'uuid',
  file_line: 'int',
} as const satisfies ColumnTypes;

/** The actor as columns of a history or audit row. */
export function actorColumns(
  actor: Actor,
): Record<keyof typeof ACTOR_COLUMNS, string | number | null> {
  const { channel } = actor;
  return {
    actor_type: actor.type,
    actor_id: actor.id,
    acting_role: actingRole(actor),
    channel: channel.kind,
    file_id: channel.kind === 'file' ? channel.fileId : null,
    file_line: channel.kind === 'file' ? channel.line : null,
  };
}
