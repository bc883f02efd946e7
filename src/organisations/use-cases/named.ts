import type { OrganisationDirectory } from './ports.js';

/** Something that an organisation did, with its usual name; null for the system. */
export type Named<Event> = Event & { readonly organisationName: string | null };

/** A history with the names of who acted. */
export function named<Event extends { readonly organisationId: string | null }>(
  organisations: OrganisationDirectory,
  events: readonly Event[],
): Promise<Named<Event>[]> {
  return Promise.all(
    events.map(async (event) => {
      const by = event.organisationId && (await organisations.byId(event.organisationId));
      return { ...event, organisationName: by ? by.usualName : null };
    }),
  );
}
