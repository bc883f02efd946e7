import type { OrganisationScope, SystemActor } from './actor.js';

/** The service acting by itself: for an organisation, or with none on what belongs to nobody. */
export function systemActor(
  task: string,
  organisation: OrganisationScope | null,
  correlationId: string,
): SystemActor {
  const channel = { kind: 'system', task } as const;
  return { type: 'system', id: 'system', task, organisation, channel, correlationId };
}
