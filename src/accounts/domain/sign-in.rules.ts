import type { LocalDate, Role } from '../../kernel/index.js';
import type { AccountWithMemberships, Membership } from './account.js';
import { isInForce } from './account.js';

/** What the identity provider says of who signed in; each claim may be missing. */
export interface ProvenIdentity {
  readonly issuer: string;
  /** Names the person at this provider for this service, and nowhere else. */
  readonly subject: string;
  readonly email: string | null;
  /** How strongly the person proved who they are. */
  readonly acr: string | null;
  /** Establishment the person works in. */
  readonly siret: string | null;
}

/** Why somebody whom the provider knows is not let in. */
export type SignInRefusal =
  'weak-sign-in' | 'unknown-person' | 'not-yet-open' | 'no-organisation' | 'other-establishment';

/** How strongly each role must sign in (SEC-02): a second factor for all, a hardware one for some. */
const STRONG: readonly Role[] = ['medical-office', 'admin', 'dpo', 'exchange-operator'];
const MULTI_FACTOR = [
  'eidas1-mfa',
  'eidas2',
  'eidas3',
  'https://proconnect.gouv.fr/assurance/self-asserted-2fa',
  'https://proconnect.gouv.fr/assurance/consistency-checked-2fa',
  'https://proconnect.gouv.fr/assurance/certified-2fa',
];
const HARDWARE = [
  'eidas2',
  'eidas3',
  'https://proconnect.gouv.fr/assurance/consistency-checked-2fa',
  'https://proconnect.gouv.fr/assurance/certified-2fa',
];

/** The levels asked from the provider; checked again on the way back. */
export const REQUESTED_LEVELS: readonly string[] = MULTI_FACTOR;

/** True when a level is enough for a role; a level we do not know, or none, never is. */
export function isStrongEnough(acr: string | null, role: Role): boolean {
  const levels = STRONG.includes(role) ? HARDWARE : MULTI_FACTOR;
  return acr !== null && levels.includes(acr);
}

/** The case a first or later sign-in is decided on. */
export interface SignInCase {
  readonly identity: ProvenIdentity;
  /** The account linked to this identity, else the one waiting under the same address. */
  readonly account: AccountWithMemberships | undefined;
  /** True when the account is already linked to this very identity. */
  readonly isLinked: boolean;
  /** True when the account is linked to another identity: it is then nobody else's. */
  readonly isTaken: boolean;
  /** SIRET of the organisations of the account that are known, by organisation id. */
  readonly sirets: ReadonlyMap<string, string>;
  readonly today: LocalDate;
}

/** Where the person may work, or why not. */
export type SignInDecision =
  | { readonly ok: true; readonly memberships: readonly Membership[] }
  | { readonly ok: false; readonly refusal: SignInRefusal };

/**
 * Lets in who has an account open for that day. An address alone links nothing (SEC-05): the first
 * sign-in takes an account that two people opened under it, that no identity has taken yet, and, where
 * the register knows the SIRET of the organisation, the provider must tell of the same.
 */
export function decideSignIn(one: SignInCase): SignInDecision {
  const { account, identity, today } = one;
  if (!account || (one.isTaken && !one.isLinked)) return refused('unknown-person');
  if (account.state !== 'active') return refused('not-yet-open');
  const inForce = account.memberships.filter((membership) => isInForce(membership, today));
  if (inForce.length === 0) return refused('no-organisation');
  const here = one.isLinked
    ? inForce
    : inForce.filter((membership) => isOfEstablishment(membership, one));
  if (here.length === 0) return refused('other-establishment');
  const strong = here.filter(({ role }) => isStrongEnough(identity.acr, role));
  return strong.length === 0 ? refused('weak-sign-in') : { ok: true, memberships: strong };
}

function isOfEstablishment(
  { organisation }: Membership,
  { identity, sirets }: SignInCase,
): boolean {
  const known = sirets.get(organisation.id);
  return known === undefined || known === identity.siret;
}

function refused(refusal: SignInRefusal): SignInDecision {
  return { ok: false, refusal };
}
