import {
  addDays,
  addWorkingDays,
  isWorkingDay,
  type LocalDate,
  type TerritoryCode,
} from '../../kernel/index.js';
import { isOpen, type Referral } from './referral.js';

/**
 * The views of the worklist of a mission locale. Each referral is in one of `to-do`, `in-progress` and
 * `over`; of those that are over, some come back.
 */
export const WORKLIST_VIEWS = ['to-do', 'to-represent', 'in-progress', 'over', 'all'] as const;
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

/** The days that part the views of a worklist. */
export interface WorklistDays {
  /** What was sent until then waits for too long. */
  readonly lateSince: LocalDate;
  /** Whoever may be seen again until then comes back. */
  readonly representedUntil: LocalDate;
}

/** The same for a day, in the calendar of the mission locale: nobody comes back on a day nobody works. */
export function worklistDays(territory: TerritoryCode, today: LocalDate): WorklistDays {
  const isWorked = isWorkingDay(territory, today);
  return {
    lateSince: lateSince(today),
    representedUntil: isWorked ? today : addWorkingDays(territory, today, -1),
  };
}

/**
 * True when a young person whom a unit asked to see later is to be referred again: the day has come, and
 * the mission locale has done nothing since. `others` are the other referrals of the same person. What is
 * computed from the day alone cannot be missed by an outage, nor come twice.
 */
export function comesBack(
  referral: BackReferral,
  others: readonly BackReferral[],
  { representedUntil }: Pick<WorklistDays, 'representedUntil'>,
): boolean {
  const { state, outcome } = referral;
  if (state !== 'decided' || !outcome?.reexaminationOn) return false;
  if (outcome.reexaminationOn > representedUntil) return false;
  return !others.some((other) => takesOver(other, referral, outcome.decidedOn));
}
type BackReferral = Pick<Referral, 'state' | 'referredOn' | 'outcome'>;

/** A draft, a referral still open, one sent since, or one that led to a place. */
function takesOver(other: BackReferral, { referredOn }: BackReferral, decidedOn: LocalDate) {
  if (other.state === 'withdrawn') return false;
  if (other.state === 'draft' || isOpen(other)) return true;
  if (other.referredOn !== null && other.referredOn >= decidedOn) return true;
  const { outcome } = other;
  return outcome?.code === 'APTE_RETENU' && referredOn !== null && outcome.decidedOn >= referredOn;
}

/** The view a referral is in: what the mission locale must do, what the unit must, what is over. */
export function viewOf(
  referral: Pick<Referral, 'state' | 'referredOn'>,
  today: LocalDate,
): Exclude<WorklistView, 'all' | 'to-represent'> {
  if (referral.state === 'draft') return 'to-do';
  if (!isOpen(referral)) return 'over';
  const { referredOn } = referral;
  return referredOn !== null && referredOn <= lateSince(today) ? 'to-do' : 'in-progress';
}
