import type { Actor, OrganisationKind } from './actor.js';
import { actingRole } from './acting-role.js';
import { isRole } from './role.js';

const trace = { channel: { kind: 'api' }, correlationId: 'c-1' } as const;

function organisation(kind: OrganisationKind) {
  return { id: 'o-1', code: '97411S00', kind };
}

describe('actingRole', () => {
  it('is the own role of a person', () => {
    const actor: Actor = {
      ...trace,
      type: 'person',
      id: 'p-1',
      role: 'recruiter',
      organisation: organisation('unit'),
    };

    expect(actingRole(actor)).toBe('recruiter');
  });

  it.each([
    ['mission-locale', 'ml-machine'],
    ['unit', 'unit-machine'],
    ['national', 'national-machine'],
  ] as const)('of a machine of a %s is %s', (kind, role) => {
    const machine = { ...trace, type: 'machine', id: 'm-1', clientId: 'demo', scopes: [] } as const;

    expect(actingRole({ ...machine, organisation: organisation(kind) })).toBe(role);
  });

  it.each([
    ['mission-locale', 'ml-file'],
    ['unit', 'unit-file'],
  ] as const)('of a file of a %s is %s', (kind, role) => {
    const file = { ...trace, type: 'file', id: 'f-1', scopes: [] } as const;

    expect(actingRole({ ...file, organisation: organisation(kind) })).toBe(role);
  });

  it('does not exist for a file of a national body', () => {
    const file = { ...trace, type: 'file', id: 'f-1', scopes: [] } as const;

    expect(() => actingRole({ ...file, organisation: organisation('national') })).toThrow(
      RangeError,
    );
  });

  it('of a task is system', () => {
    expect(
      actingRole({ ...trace, type: 'system', id: 'system', task: 'lapse', organisation: null }),
    ).toBe('system');
  });
});

describe('isRole', () => {
  it('knows the roles of people and only them', () => {
    expect(isRole('ml-adviser')).toBe(true);
    expect(isRole('system')).toBe(false);
  });
});
