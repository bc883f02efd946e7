import {
  addWorkingDays,
  isWorkingDay,
  type LocalDate,
  type TerritoryCode,
} from '../../kernel/index.js';
import { isOpen, type Referral } from './referral.js';
import { isMaskedOutcome } from './shown-outcome.js';

/**
 * The views of the worklist of a mission locale. Each referral is in one of `to-do`, `in-progress` and
 * `over`; of those that are over, some come back.
 */
export const WORKLIST_VIEWS = ['to-do', 'to-represent', 'in-progress', 'over', 'all'] as const;
export type WorklistView = (typeof WORKLIST_VIEWS)[number];

/** The days that part the views of a worklist. */
export interface WorklistDays {
  /** What was sent until then left its mission locale free to refer elsewhere: it is work again. */
  readonly lateSince: LocalDate;
  /** Whoever may be seen again until then comes back. */
  readonly representedUntil: LocalDate;
}

/** The days for a day, in the calendar of the mission locale: nobody comes back on a day nobody works. */
export function worklistDays(
  territory: TerritoryCode,
  today: LocalDate,
  lateSince: LocalDate,
): WorklistDays {
  const isWorked = isWorkingDay(territory, today);
  return {
    lateSince,
    representedUntil: isWorked ? today : addWorkingDays(territory, today, -1),
  };
}

/**
 * From when the unit sees the young person again: as its answer says to everybody, else as it is kept
 * behind a masked answer and told to the reader (ADR 0051). The two look the same.
 */
export function representedFrom(
  referral: Pick<Referral, 'id' | 'outcome'>,
  kept: KeptDays,
): LocalDate | null {
  const { outcome } = referral;
  if (!outcome) return null;
  if (outcome.reexaminationOn) return outcome.reexaminationOn;
  return isMaskedOutcome(outcome) ? (kept.get(referral.id) ?? null) : null;
}

/** Days kept behind masked answers, by referral: only those that the reader may be told. */
export type KeptDays = ReadonlyMap<string, LocalDate>;
export const NOTHING_KEPT: KeptDays = new Map();

/** Of these days, those that have come. */
export function dueDays(
  kept: KeptDays,
  { representedUntil }: Pick<WorklistDays, 'representedUntil'>,
): KeptDays {
  return new Map([...kept].filter(([, day]) => day <= representedUntil));
}

/**
 * True when a young person whom a unit asked to see later is to be referred again: the day has come, and
 * the mission locale has done nothing since. `others` are the other referrals of the same person. What is
 * computed from the day alone cannot be missed by an outage, nor come twice.
 */
export function comesBack(
  referral: BackReferral & Pick<Referral, 'id'>,
  others: readonly BackReferral[],
  { representedUntil }: Pick<WorklistDays, 'representedUntil'>,
  kept: KeptDays = NOTHING_KEPT,
): boolean {
  const { state, outcome } = referral;
  const from = representedFrom(referral, kept);
  if (state !== 'decided' || !outcome || from === null || from > representedUntil) return false;
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
  { lateSince }: Pick<WorklistDays, 'lateSince'>,
): Exclude<WorklistView, 'all' | 'to-represent'> {
  if (referral.state === 'draft') return 'to-do';
  if (!isOpen(referral)) return 'over';
  const { referredOn } = referral;
  return referredOn !== null && referredOn <= lateSince ? 'to-do' : 'in-progress';
}
