import { ROLES, type Actor, type Role } from '../../kernel/index.js';
import { approvalRefusal, mayManageAccounts, type ApprovalCase } from './account-approval.rules.js';

const CASE: ApprovalCase = {
  account: { id: 'new-account', state: 'pending', role: 'admin' },
  answeredBy: ['admin-3', 'admin-1'],
  hasAdministrator: true,
};

function person(id: string, role: Role = 'admin'): Actor {
  return {
    type: 'person',
    id,
    role,
    organisation: { id: 'o', code: 'NATIONAL', kind: 'national' },
    channel: { kind: 'page' },
    correlationId: 'c',
  };
}

const SYSTEM: Actor = {
  type: 'system',
  id: 'system',
  task: 'account:approve',
  organisation: null,
  channel: { kind: 'system', task: 'account:approve' },
  correlationId: 'c',
};

const MACHINE: Actor = {
  type: 'machine',
  id: 'client-row-id',
  clientId: 'demo-rsma-re',
  scopes: [],
  organisation: { id: 'o', code: 'RSMA-RE', kind: 'unit' },
  channel: { kind: 'api' },
  correlationId: 'c',
};

describe('An account that waits', () => {
  it('is opened by a second administrator', () => {
    expect(approvalRefusal(CASE, person('admin-2'))).toBeUndefined();
  });

  it('is not opened by the administrator who created it', () => {
    expect(approvalRefusal(CASE, person('admin-1'))).toBe('same-person');
  });

  it('is not opened by the administrator who asked for its code', () => {
    expect(approvalRefusal(CASE, person('admin-3'))).toBe('same-person');
  });

  it('is not opened by its owner', () => {
    expect(approvalRefusal(CASE, person('new-account'))).toBe('same-person');
  });

  it.each(ROLES.filter((role) => role !== 'admin'))('is not opened by the role %s', (role) => {
    expect(approvalRefusal(CASE, person('somebody', role))).toBe('not-allowed');
  });

  it('is not opened by a machine', () => {
    expect(approvalRefusal(CASE, MACHINE)).toBe('not-allowed');
  });

  it('is opened by the command line only while there is no administrator', () => {
    expect(approvalRefusal(CASE, SYSTEM)).toBe('not-allowed');
    const first = { ...CASE, createdBy: 'system', hasAdministrator: false };
    expect(approvalRefusal(first, SYSTEM)).toBeUndefined();
    const adviser: ApprovalCase = { ...first, account: { ...CASE.account, role: 'ml-adviser' } };
    expect(approvalRefusal(adviser, SYSTEM)).toBe('not-allowed');
  });

  it('is not opened twice', () => {
    const active: ApprovalCase = { ...CASE, account: { ...CASE.account, state: 'active' } };
    expect(approvalRefusal(active, person('admin-2'))).toBe('not-pending');
  });
});

describe('Accounts and clients', () => {
  it('are managed by administrators and by the command line', () => {
    expect([person('a'), SYSTEM, MACHINE, person('b', 'dpo')].map(mayManageAccounts)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});
