import { ROLES, type Actor, type OrganisationKind } from '../../kernel/index.js';
import { conclusionAccess, MEDICAL_SCOPE, mayWriteConclusion } from './medical.policy.js';

const trace = { channel: { kind: 'api' }, correlationId: 'c' } as const;
const organisation = (kind: OrganisationKind) => ({ id: kind, code: kind, kind });

const person = (role: (typeof ROLES)[number], kind: OrganisationKind = 'unit'): Actor => ({
  type: 'person',
  id: 'me',
  role,
  organisation: organisation(kind),
  ...trace,
});
const machine = (kind: OrganisationKind, scopes: string[]): Actor => ({
  type: 'machine',
  id: 'm',
  clientId: 'm',
  scopes,
  organisation: organisation(kind),
  ...trace,
});
const file = (kind: OrganisationKind, scopes: string[]): Actor => ({
  type: 'file',
  id: 'f',
  scopes,
  organisation: organisation(kind),
  ...trace,
});
const task: Actor = { type: 'system', id: 'system', task: 't', organisation: null, ...trace };

describe('Who may write a medical conclusion', () => {
  it.each(
    ROLES.map((role) => [role, ['recruiter', 'unit-manager', 'medical-office'].includes(role)]),
  )('%s: %s', (role, expected) => {
    expect(mayWriteConclusion(person(role as 'recruiter'))).toBe(expected);
  });

  it.each<[string, Actor, boolean]>([
    ['a machine of a unit with the scope', machine('unit', [MEDICAL_SCOPE]), true],
    ['a machine of a unit without it', machine('unit', ['candidacies:write']), false],
    ['a machine of a mission locale with it', machine('mission-locale', [MEDICAL_SCOPE]), false],
    ['a file of such a machine', file('unit', [MEDICAL_SCOPE]), true],
    ['a file of another depositor', file('unit', []), false],
    ['a file of a mission locale', file('mission-locale', [MEDICAL_SCOPE]), false],
    ['a task', task, false],
  ])('%s', (_, actor, expected) => {
    expect(mayWriteConclusion(actor)).toBe(expected);
  });
});

describe('Who reads a medical conclusion on a file’s page', () => {
  it.each(ROLES.map((role) => [role]))('%s', (role) => {
    const access: Partial<Record<typeof role, string>> = {
      'medical-office': 'shown',
      'ml-adviser': 'shown',
      'ml-manager': 'with-reason',
    };
    expect(conclusionAccess(person(role), 'me')).toBe(access[role] ?? 'never');
  });

  it('is the adviser in charge, or any adviser when nobody is', () => {
    expect(conclusionAccess(person('ml-adviser'), 'somebody else')).toBe('never');
    expect(conclusionAccess(person('ml-adviser'), null)).toBe('shown');
  });

  it('is never a machine, a file or a task', () => {
    const actors = [machine('unit', [MEDICAL_SCOPE]), file('unit', [MEDICAL_SCOPE]), task];
    expect(actors.map((actor) => conclusionAccess(actor, null))).toEqual([
      'never',
      'never',
      'never',
    ]);
  });
});
