import type { OrganisationScope, SystemActor } from '../../kernel/index.js';

/** The service itself, for a task of the outbox; `null` sees technical tables only. */
export function systemActor(
  task: string,
  correlationId: string,
  organisation: OrganisationScope | null = null,
): SystemActor {
  return {
    type: 'system',
    id: 'system',
    task,
    organisation,
    channel: { kind: 'system', task },
    correlationId,
  };
}
