import type { Actor, Role } from '../../kernel/index.js';
import type { AccountState } from './account.js';

/** Why an account stays closed. */
export type ApprovalRefusal = 'not-pending' | 'not-allowed' | 'same-person';

/** What the decision looks at. */
export interface ApprovalCase {
  readonly account: { readonly id: string; readonly state: AccountState; readonly role: Role };
  /** Ids of the actors who answer for the account: its creator, whoever asked for a new code. */
  readonly answeredBy: readonly (string | null)[];
  /** False until the service has its first administrator. */
  readonly hasAdministrator: boolean;
}

/**
 * Whether `actor` may open the account: a second person, administrator, neither the one who created it,
 * nor the one who asked for its code, nor its owner (SEC-06). The very first administrator has nobody to be approved by: the operator's
 * command line opens that account, and no other.
 */
export function approvalRefusal(
  { account, answeredBy, hasAdministrator }: ApprovalCase,
  actor: Actor,
): ApprovalRefusal | undefined {
  if (account.state !== 'pending') return 'not-pending';
  if (actor.type === 'system') {
    return account.role === 'admin' && !hasAdministrator ? undefined : 'not-allowed';
  }
  if (!mayManageAccounts(actor)) return 'not-allowed';
  return answeredBy.includes(actor.id) || actor.id === account.id ? 'same-person' : undefined;
}

/** Who may create accounts and clients: an administrator, or the operator's command line. */
export function mayManageAccounts(actor: Actor): boolean {
  return actor.type === 'system' || (actor.type === 'person' && actor.role === 'admin');
}
