import fc from 'fast-check';
import { grantScopes, isMachineScope, MACHINE_SCOPES, scopesOfKind } from './machine-scope.js';

describe('The scopes of a token', () => {
  const held = ['referrals:read', 'exchanges:write', 'mailbox:read'] as const;

  it('are all those of the client when none is asked for', () => {
    expect(grantScopes(undefined, held)).toEqual({ ok: true, scopes: held });
  });

  it('are those asked for, once each, when the client holds them', () => {
    expect(grantScopes('mailbox:read referrals:read mailbox:read', held)).toEqual({
      ok: true,
      scopes: ['referrals:read', 'mailbox:read'],
    });
  });

  it.each([
    ['unknown', 'referrals:read everything'],
    ['of the list but not of the client', 'referrals:write'],
    ['written in another case', 'Referrals:read'],
    ['empty', ''],
    ['separated by two spaces', 'referrals:read  mailbox:read'],
  ])('are refused as a whole when one is %s', (_case, requested) => {
    expect(grantScopes(requested, held)).toEqual({ ok: false, refusal: 'invalid-scope' });
  });

  it('never exceed those of the client, whatever is asked', () => {
    const some = fc.subarray([...MACHINE_SCOPES]);
    fc.assert(
      fc.property(some, some, (client, asked) => {
        const isHeld = asked.length > 0 && asked.every((scope) => client.includes(scope));
        const scopes = client.filter((scope) => asked.includes(scope));
        expect(grantScopes(asked.join(' '), client)).toEqual(
          isHeld ? { ok: true, scopes } : { ok: false, refusal: 'invalid-scope' },
        );
      }),
    );
  });
});

describe('The list of scopes', () => {
  it('is closed', () => {
    expect(isMachineScope('mailbox:write')).toBe(true);
    expect(isMachineScope('admin')).toBe(false);
    expect(isMachineScope('constructor')).toBe(false);
  });

  it('keeps medical conclusions for units', () => {
    expect(scopesOfKind('unit')).toContain('medical-conclusion');
    expect(scopesOfKind('mission-locale')).not.toContain('medical-conclusion');
    expect(scopesOfKind('national')).not.toContain('medical-conclusion');
    expect(scopesOfKind('mission-locale')).toHaveLength(MACHINE_SCOPES.length - 1);
  });
});
