import { addDays, type LocalDate } from '../../kernel/index.js';
import { isOpen, type Referral } from './referral.js';

/** The views of the worklist of a mission locale. Each referral is in one of the first three. */
export const WORKLIST_VIEWS = ['to-do', 'in-progress', 'over', 'all'] as const;
export type WorklistView = (typeof WORKLIST_VIEWS)[number];

/**
 * Days after which a referral without an answer is work for the mission locale again: it asks the
 * unit, or says that nobody answered. Silence is never a refusal (domain.md 3.1).
 */
export const DAYS_WITHOUT_ANSWER = 30;

/** Last day of transmission of the referrals that have waited too long on a day. */
export function lateSince(today: LocalDate): LocalDate {
  return addDays(today, -DAYS_WITHOUT_ANSWER);
}

/** The view a referral is in: what the mission locale must do, what the unit must, what is over. */
export function viewOf(
  referral: Pick<Referral, 'state' | 'referredOn'>,
  today: LocalDate,
): Exclude<WorklistView, 'all'> {
  if (referral.state === 'draft') return 'to-do';
  if (!isOpen(referral)) return 'over';
  const { referredOn } = referral;
  return referredOn !== null && referredOn <= lateSince(today) ? 'to-do' : 'in-progress';
}
