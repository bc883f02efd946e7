import type { PersonActor, Role } from '../../kernel/index.js';
import { reopeningRefusal, suspensionRefusal } from './account-suspension.rules.js';
import { ACCOUNT_STATES } from './account.js';

function person(id: string, role: Role = 'admin'): PersonActor {
  const organisation = { id: 'o-1', code: 'NATIONAL', kind: 'national' } as const;
  return {
    type: 'person',
    id,
    role,
    organisation,
    channel: { kind: 'page' },
    correlationId: 'c-1',
  };
}

const open = { id: 'a-1', state: 'active' } as const;
const suspended = { id: 'a-1', state: 'suspended' } as const;

describe('suspensionRefusal', () => {
  it('lets another administrator suspend an open account', () => {
    const one = { account: open, isLastAdministrator: false };

    expect(suspensionRefusal(one, person('a-2'))).toBeUndefined();
  });

  it.each([
    ['one’s own account', { account: open, isLastAdministrator: false }, 'a-1', 'own-account'],
    [
      'the last administrator',
      { account: open, isLastAdministrator: true },
      'a-2',
      'last-administrator',
    ],
    [
      'an account already suspended',
      { account: suspended, isLastAdministrator: false },
      'a-2',
      'wrong-state',
    ],
  ] as const)('never suspends %s', (_what, one, by, refusal) => {
    expect(suspensionRefusal(one, person(by))).toBe(refusal);
  });
});

describe('reopeningRefusal', () => {
  it('opens again what was suspended, and nothing that two people never opened', () => {
    const refusals = ACCOUNT_STATES.map((state) => [
      state,
      reopeningRefusal({ account: { id: 'a-1', state } }, person('a-2')),
    ]);

    expect(refusals).toEqual([
      ['pending', 'wrong-state'],
      ['active', 'wrong-state'],
      ['suspended', undefined],
    ]);
  });

  it('is not for the holder', () => {
    expect(reopeningRefusal({ account: suspended }, person('a-1'))).toBe('own-account');
  });
});

it.each([suspensionRefusal, reopeningRefusal])('%p is for administrators alone', (rule) => {
  const account = {
    id: 'a-1',
    state: rule === suspensionRefusal ? 'active' : 'suspended',
  } as const;
  for (const role of ['dpo', 'ml-manager', 'national-pilot', 'unit-manager'] as const) {
    expect(rule({ account, isLastAdministrator: false }, person('a-2', role))).toBe('not-allowed');
  }
});
