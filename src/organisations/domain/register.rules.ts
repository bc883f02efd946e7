import type { Actor } from '../../kernel/index.js';
import type { Organisation } from './organisation.js';

/** Who keeps the register: an administrator (trust.md 3), or the operator’s command line. */
export function mayKeepRegister(actor: Actor): boolean {
  return actor.type === 'system' || (actor.type === 'person' && actor.role === 'admin');
}

/**
 * True when a change would move the days of the organisation that whoever asks works for: closing it
 * would close the door on oneself, and maybe on every administrator.
 */
export function movesOwnDays(
  before: Organisation | undefined,
  after: Organisation,
  actor: Actor,
): boolean {
  if (before === undefined || actor.organisation?.id !== before.id) return false;
  return before.validFrom !== after.validFrom || before.validTo !== after.validTo;
}
