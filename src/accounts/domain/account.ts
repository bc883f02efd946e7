import type { LocalDate, OrganisationScope, Role } from '../../kernel/index.js';

/** `pending` opens nothing: it waits for a second person (SEC-06). */
export const ACCOUNT_STATES = ['pending', 'active', 'suspended'] as const;

export type AccountState = (typeof ACCOUNT_STATES)[number];

/** Somebody who signs in. */
export interface Account {
  readonly id: string;
  /** Lower case; found by it, never linked to a sign-in by it alone (SEC-05). */
  readonly email: string;
  readonly displayName: string;
  readonly state: AccountState;
}

/** The role an account holds in an organisation, from a day and maybe to a day, both included. */
export interface Membership {
  readonly organisation: OrganisationScope;
  readonly role: Role;
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
}

/** An account with what it may be used for. */
export interface AccountWithMemberships extends Account {
  /** Id of the actor who created it; null of the oldest ones. */
  readonly createdBy: string | null;
  /** Of its latest approval code, the first being 1: an earlier one opens nothing any more. */
  readonly codeNumber: number;
  readonly memberships: readonly Membership[];
}

/** True when the membership counts on that day. */
export function isInForce({ validFrom, validTo }: Membership, day: LocalDate): boolean {
  return validFrom <= day && (validTo === null || day <= validTo);
}

const EMAIL = /^[^\s@<>"(),:;[\]\\]{1,64}@[a-z0-9](?:[a-z0-9.-]{0,250}[a-z0-9])?$/;

/** The form in which an address is kept and compared; nothing when it is not one. */
export function normaliseEmail(text: string): string | undefined {
  const email = text.normalize('NFC').trim().toLowerCase();
  return EMAIL.test(email) && !email.includes('..') ? email : undefined;
}
