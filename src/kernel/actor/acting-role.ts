import type { Actor, OrganisationKind } from './actor.js';
import type { Role } from './role.js';

/** The roles the life-cycle tables and the policies name: those of people, machines and files. */
export type ActingRole =
  Role | 'ml-machine' | 'unit-machine' | 'national-machine' | 'ml-file' | 'unit-file' | 'system';

const MACHINE_ROLES = {
  'mission-locale': 'ml-machine',
  unit: 'unit-machine',
  national: 'national-machine',
} as const satisfies Record<OrganisationKind, ActingRole>;

/**
 * The role in which an actor acts.
 * @throws RangeError for a file of a national body: exchange files are emitted by missions locales
 *   and units only (exchange.md 7.a).
 */
export function actingRole(actor: Actor): ActingRole {
  switch (actor.type) {
    case 'person':
      return actor.role;
    case 'machine':
      return MACHINE_ROLES[actor.organisation.kind];
    case 'file':
      return fileRole(actor.organisation.kind);
    case 'system':
      return 'system';
  }
}

function fileRole(kind: OrganisationKind): ActingRole {
  if (kind === 'national') throw new RangeError('A national body emits no exchange file');
  return kind === 'unit' ? 'unit-file' : 'ml-file';
}
