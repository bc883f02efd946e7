import { parseLocalDate, type LocalDate, type Role } from '../../kernel/index.js';
import type { AccountWithMemberships } from './account.js';
import { decideSignIn, isStrongEnough, type SignInCase } from './sign-in.rules.js';

const day = (text: string): LocalDate => {
  const date = parseLocalDate(text);
  if (!date) throw new Error(text);
  return date;
};

const ML = { id: 'o-1', code: '97411S00', kind: 'mission-locale' } as const;

function account(
  over: Partial<AccountWithMemberships> = {},
  role: Role = 'ml-adviser',
): AccountWithMemberships {
  return {
    id: 'a-1',
    email: 'lea@ml.example',
    displayName: 'Léa',
    state: 'active',
    createdBy: null,
    codeNumber: 1,
    memberships: [{ organisation: ML, role, validFrom: day('2026-01-01'), validTo: null }],
    ...over,
  };
}

function signIn(over: Partial<SignInCase> = {}): SignInCase {
  const identity = {
    issuer: 'https://idp.example',
    subject: 's-1',
    email: 'lea@ml.example',
    acr: 'eidas1-mfa',
    siret: null,
  };
  const rest = {
    account: account(),
    isLinked: true,
    isTaken: true,
    sirets: new Map<string, string>(),
  };
  return { identity, ...rest, today: day('2026-11-28'), ...over };
}

const refusal = (one: SignInCase) => {
  const decision = decideSignIn(one);
  return decision.ok ? undefined : decision.refusal;
};

describe('decideSignIn', () => {
  it('lets in whom two people gave an account, and nobody else', () => {
    expect(refusal(signIn())).toBeUndefined();
    expect(refusal(signIn({ account: undefined }))).toBe('unknown-person');
    expect(refusal(signIn({ account: account({ state: 'pending' }) }))).toBe('not-yet-open');
    expect(refusal(signIn({ account: account({ state: 'suspended' }) }))).toBe('not-yet-open');
  });

  it('takes an account at the first sign-in, once', () => {
    expect(refusal(signIn({ isLinked: false, isTaken: false }))).toBeUndefined();
    // The same address from another provider, or another person of the same one (SEC-05).
    expect(refusal(signIn({ isLinked: false, isTaken: true }))).toBe('unknown-person');
  });

  it('links nobody of another establishment, or of one that is not told, where the register knows it', () => {
    const first = { isLinked: false, isTaken: false, sirets: new Map([['o-1', '11111111100011']]) };
    const { identity } = signIn();

    expect(refusal(signIn({ ...first, identity: { ...identity, siret: '22222222200022' } }))).toBe(
      'other-establishment',
    );
    expect(
      refusal(signIn({ ...first, identity: { ...identity, siret: '11111111100011' } })),
    ).toBeUndefined();
    expect(refusal(signIn(first))).toBe('other-establishment');
    expect(refusal(signIn({ ...first, sirets: new Map() }))).toBeUndefined();
  });

  it('counts memberships on their days, the first and the last included', () => {
    const over = { ...account().memberships[0]!, validTo: day('2026-11-27') };

    expect(refusal(signIn({ account: account({ memberships: [over] }) }))).toBe('no-organisation');
    expect(
      refusal(
        signIn({ account: account({ memberships: [{ ...over, validTo: day('2026-11-28') }] }) }),
      ),
    ).toBeUndefined();
  });

  it('asks more of the roles that reach more', () => {
    const { identity } = signIn();
    const admin = account({}, 'admin');

    expect(refusal(signIn({ account: admin }))).toBe('weak-sign-in');
    expect(
      refusal(signIn({ account: admin, identity: { ...identity, acr: 'eidas2' } })),
    ).toBeUndefined();
  });
});

describe('isStrongEnough', () => {
  it.each([null, '', 'eidas1', 'urn:unknown', 'EIDAS2'])('refuses %p to every role', (acr) => {
    expect(isStrongEnough(acr, 'ml-adviser')).toBe(false);
    expect(isStrongEnough(acr, 'admin')).toBe(false);
  });
});
