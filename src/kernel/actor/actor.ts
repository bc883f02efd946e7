import type { Role } from './role.js';

export type OrganisationKind = 'mission-locale' | 'unit' | 'national';

/** The organisation in whose name an actor acts: the limit of what it sees and writes. */
export interface OrganisationScope {
  readonly id: string;
  readonly code: string;
  readonly kind: OrganisationKind;
}

/** The door an action came through; kept in the history of each case. */
export type Channel =
  | { readonly kind: 'api' }
  | { readonly kind: 'page' }
  | { readonly kind: 'file'; readonly fileId: string; readonly line: number | null }
  | { readonly kind: 'system'; readonly task: string };

interface ActorTrace {
  readonly channel: Channel;
  /** Follows one request, file or task through every log line, audit line and event. */
  readonly correlationId: string;
}

/** A signed-in person. */
export interface PersonActor extends ActorTrace {
  readonly type: 'person';
  readonly id: string;
  readonly role: Role;
  readonly organisation: OrganisationScope;
}

/** The software of a partner, authenticated as an OAuth client. */
export interface MachineActor extends ActorTrace {
  readonly type: 'machine';
  readonly id: string;
  readonly clientId: string;
  readonly scopes: readonly string[];
  readonly organisation: OrganisationScope;
}

/** A row of an exchange file: acts for the emitter, with the scopes of the client that deposited it. */
export interface FileActor extends ActorTrace {
  readonly type: 'file';
  /** The id of the file. */
  readonly id: string;
  readonly scopes: readonly string[];
  readonly organisation: OrganisationScope;
}

/** A schedule or a job. */
export interface SystemActor extends ActorTrace {
  readonly type: 'system';
  readonly id: 'system';
  readonly task: string;
  /** `null`: the whole service, for technical tables only. */
  readonly organisation: OrganisationScope | null;
}

/** Who acts. */
export type Actor = PersonActor | MachineActor | FileActor | SystemActor;
