import type { OrganisationScope, SystemActor } from '../../kernel/index.js';

/** The service that processes a file, for its emitter; for the ledger as a whole without one. */
export function processingActor(
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
