import { parseInstant, ROLES, type AuditEntry, type Role } from '../../kernel/index.js';
import { loadEnvironment } from '../../platform/config/load-environment.js';
import { readingBoundOf, showingOf } from './reading-bound.rules.js';

const NOW = parseInstant('2026-11-28T10:00:00Z')!;

function entry(over: Partial<AuditEntry> = {}, role: Role = 'ml-adviser'): AuditEntry {
  return {
    actor: {
      type: 'person',
      id: 'account',
      role,
      organisation: { id: 'o', code: '97411S00', kind: 'mission-locale' },
      channel: { kind: 'page' },
      correlationId: 'c',
    },
    command: 'referral.list',
    resource: { type: 'referral', id: 'list' },
    organisationId: 'o',
    effectiveOn: null,
    result: 'read',
    people: ['a', 'b', 'a'],
    ...over,
  };
}

describe('The number of young people an account may read in a day', () => {
  it('is 300 for a caseload, 500 for a whole organisation, none for those who read nobody', () => {
    const { peopleReadInADay } = loadEnvironment({}).limits;
    const bounds = ROLES.map((role) => [role, readingBoundOf(role, peopleReadInADay)]);
    expect(Object.fromEntries(bounds)).toEqual({
      'ml-adviser': 300,
      'ml-manager': 500,
      recruiter: 500,
      'insertion-officer': 300,
      'unit-manager': 500,
      'medical-office': 300,
      'exchange-operator': 0,
      'committee-member': 0,
      'national-pilot': 0,
      dpo: 0,
      admin: 0,
    });
  });

  it('counts each person of a list once, and tells a list from a file', () => {
    expect(showingOf([entry()], NOW)).toMatchObject({ people: ['a', 'b'], isOpening: false });
    const opened = entry({ resource: { type: 'referral', id: 'r-1' }, people: ['a'] });
    expect(showingOf([opened], NOW)).toMatchObject({ people: ['a'], isOpening: true });
  });

  it('counts what somebody has just written as seen, and not as a file opened', () => {
    const resource = { type: 'referral', id: 'r-1' };
    const written = entry({ result: 'done', resource, people: ['a'] });
    expect(showingOf([written], NOW)).toMatchObject({ isOwnWork: true, isOpening: false });
  });

  it('counts nothing where nobody is shown, nor for programs', () => {
    expect(showingOf([], NOW)).toBeUndefined();
    expect(showingOf([entry({ people: [] })], NOW)).toBeUndefined();
    const { actor } = entry();
    const machine = { ...actor, type: 'machine', clientId: 'm', scopes: [] } as const;
    expect(showingOf([entry({ actor: machine as AuditEntry['actor'] })], NOW)).toBeUndefined();
  });
});
