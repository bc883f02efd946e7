import type { MachineActor } from '../../kernel/index.js';
import { scopeOfOrganisation, type Organisation } from '../../organisations/index.js';
import { namedUuid } from '../seeded-ids.js';

/** The history came in by the software of each partner. */
export function softwareOf(organisation: Organisation): MachineActor {
  return {
    type: 'machine',
    id: namedUuid(`software ${organisation.code}`),
    clientId: `historique-${organisation.code}`,
    scopes: [],
    organisation: scopeOfOrganisation(organisation),
    channel: { kind: 'api' },
    correlationId: namedUuid('history'),
  };
}
