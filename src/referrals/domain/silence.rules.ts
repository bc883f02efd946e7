import type { LocalDate } from '../../kernel/index.js';
import { isOpen, type Referral } from './referral.js';

/**
 * How far the silence of a unit went, from the transmission on. The start is quiet: nobody is chased. Then
 * the unit is reminded, its manager is told, and at last the mission locale is free to refer elsewhere.
 * No rung closes anything: silence is never a refusal, and an answer may come after the last one.
 */
export const SILENCE_RUNGS = ['quiet', 'reminded', 'manager', 'freed'] as const;
export type SilenceRung = (typeof SILENCE_RUNGS)[number];

/** The first day of each rung but the quiet one; whoever has to act counts the days in their calendar. */
export interface SilenceSteps {
  readonly remindedOn: LocalDate;
  readonly managerOn: LocalDate;
  readonly freedOn: LocalDate;
}

/** The rung a silence is on; null when no answer is owed, or nothing was sent. */
export function rungOn(
  { state, referredOn }: Pick<Referral, 'state' | 'referredOn'>,
  { remindedOn, managerOn, freedOn }: SilenceSteps,
  today: LocalDate,
): SilenceRung | null {
  if (!isOpen({ state }) || referredOn === null) return null;
  if (today >= freedOn) return 'freed';
  if (today >= managerOn) return 'manager';
  return today >= remindedOn ? 'reminded' : 'quiet';
}

/** True when the unit decided after the mission locale was free to refer elsewhere: counted apart. */
export function isLateAnswer(
  { outcome }: Pick<Referral, 'outcome'>,
  { freedOn }: Pick<SilenceSteps, 'freedOn'>,
): boolean {
  return outcome !== null && outcome.decidedOn > freedOn;
}
