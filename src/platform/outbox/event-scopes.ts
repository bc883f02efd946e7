import type { OrganisationScope } from '../../kernel/index.js';

/**
 * Tells which organisation an event belongs to. A port, because the outbox keeps ids only and the
 * platform does not know organisations; implemented by the feature that does. Called outside a
 * unit of work.
 */
export abstract class EventScopes {
  abstract scopeOf(organisationId: string): Promise<OrganisationScope | undefined>;
}
