import type { PersonActor } from '../../kernel/index.js';

/** What the shell says of whoever is signed in. */
export interface Viewer {
  readonly displayName: string;
  readonly organisationName: string;
  /** Of the organisation: hours are shown on its clock. */
  readonly timeZone: string;
  /** True when the person may work for another organisation, or in another role. */
  readonly canSwitch: boolean;
}

/** A person signed in through the pages. */
export type SignedInPerson = PersonActor & { readonly viewer: Viewer };

/** The viewer of an actor that came through the pages; nothing for the others. */
export function viewerOf(actor: object | undefined): Viewer | undefined {
  if (actor === undefined || !('viewer' in actor)) return undefined;
  return (actor as SignedInPerson).viewer;
}
