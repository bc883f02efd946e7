import type { OrganisationKind, Role } from '../../kernel/index.js';

/** Where each role may be held (domain.md 9.4; accounts of contract.md 5). */
const KINDS_OF_ROLE = {
  'ml-adviser': ['mission-locale'],
  'ml-manager': ['mission-locale'],
  recruiter: ['unit'],
  'insertion-officer': ['unit'],
  'unit-manager': ['unit'],
  'medical-office': ['unit'],
  // Whoever deposits and collects files, on either side of the exchange.
  'exchange-operator': ['mission-locale', 'unit'],
  'committee-member': ['national'],
  'national-pilot': ['national'],
  dpo: ['national'],
  admin: ['national'],
} as const satisfies Record<Role, readonly OrganisationKind[]>;

/** True when somebody may hold `role` in an organisation of this kind. */
export function isRoleOfKind(role: Role, kind: OrganisationKind): boolean {
  const kinds: readonly OrganisationKind[] = KINDS_OF_ROLE[role];
  return kinds.includes(kind);
}
