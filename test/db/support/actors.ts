import type { MachineActor, OrganisationKind, SystemActor } from '../../../src/kernel/index.js';

/** The software of an organisation. */
export function machineOf(id: string, kind: OrganisationKind): MachineActor {
  return {
    type: 'machine',
    id: 'client-row-id',
    clientId: `demo-${kind}`,
    scopes: [],
    organisation: { id, code: kind, kind },
    channel: { kind: 'api' },
    correlationId: 'correlation-1',
  };
}

/** The service itself. */
export const SERVICE: SystemActor = {
  type: 'system',
  id: 'system',
  task: 'test',
  organisation: null,
  channel: { kind: 'system', task: 'test' },
  correlationId: 'correlation-1',
};
