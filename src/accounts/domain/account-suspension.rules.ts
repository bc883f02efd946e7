import type { Actor } from '../../kernel/index.js';
import { mayManageAccounts } from './account-approval.rules.js';
import type { AccountState } from './account.js';

/** Why an account is neither suspended nor opened again. */
export type SuspensionRefusal =
  'not-allowed' | 'wrong-state' | 'own-account' | 'last-administrator';

/** What the decision looks at. */
export interface SuspensionCase {
  readonly account: { readonly id: string; readonly state: AccountState };
  /** True when nobody else could administer the service then. */
  readonly isLastAdministrator: boolean;
}

/**
 * Whether `actor` may suspend an open account. Nobody locks themselves out, and the service keeps an
 * administrator: nobody could open the account again.
 */
export function suspensionRefusal(
  { account, isLastAdministrator }: SuspensionCase,
  actor: Actor,
): SuspensionRefusal | undefined {
  if (!mayManageAccounts(actor)) return 'not-allowed';
  if (account.state !== 'active') return 'wrong-state';
  if (actor.id === account.id) return 'own-account';
  return isLastAdministrator ? 'last-administrator' : undefined;
}

/**
 * Whether `actor` may open a suspended account again: one person does, since two people opened it and
 * nothing is added to what they granted (SEC-06). Never the holder.
 */
export function reopeningRefusal(
  { account }: Pick<SuspensionCase, 'account'>,
  actor: Actor,
): SuspensionRefusal | undefined {
  if (!mayManageAccounts(actor)) return 'not-allowed';
  if (account.state !== 'suspended') return 'wrong-state';
  return actor.id === account.id ? 'own-account' : undefined;
}
