import { ROLES, type OrganisationKind, type Role } from '../../kernel/index.js';
import { isRoleOfKind } from './membership.rules.js';

const KINDS: readonly OrganisationKind[] = ['mission-locale', 'unit', 'national'];

describe('The kinds of organisations a role belongs to', () => {
  it.each<[OrganisationKind, readonly Role[]]>([
    ['mission-locale', ['ml-adviser', 'ml-manager', 'exchange-operator']],
    [
      'unit',
      ['recruiter', 'insertion-officer', 'unit-manager', 'medical-office', 'exchange-operator'],
    ],
    ['national', ['committee-member', 'national-pilot', 'dpo', 'admin']],
  ])('are these for %s', (kind, roles) => {
    expect(ROLES.filter((role) => isRoleOfKind(role, kind))).toEqual(roles);
  });

  it('leave no role without a place', () => {
    const homeless = ROLES.filter((role) => !KINDS.some((kind) => isRoleOfKind(role, kind)));
    expect(homeless).toEqual([]);
  });
});
