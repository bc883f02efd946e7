import type { LocalDate } from '../../kernel/index.js';
import { PREREQUISITES, type Prerequisite } from './code-lists.js';

/** A prerequisite of a scheme, from a day to a day: retired and replaced, never deleted (contract.md 4). */
export interface ListedPrerequisite {
  /** SMA or SMV. */
  readonly scheme: string;
  readonly code: Prerequisite;
  /** True when it is asked of everybody; otherwise it helps to know. */
  readonly isAsked: boolean;
  readonly validFrom: LocalDate;
  /** Last day; null while it holds. */
  readonly validTo: LocalDate | null;
}

/** A box that was ticked on a referral: when, and by whom; no document is kept. */
export interface PrerequisiteTick {
  readonly code: Prerequisite;
  readonly tickedOn: LocalDate;
  readonly role: string;
  readonly channel: string;
}

/** A line of the checklist of a referral. */
export interface ChecklistLine {
  readonly code: Prerequisite;
  readonly isAsked: boolean;
  readonly isTicked: boolean;
  /** Null where a file said it, or before dates were kept. */
  readonly tick: PrerequisiteTick | null;
}

/** What schemes ask for on a day, each code once: asked where one of the schemes asks it. */
export function askedOn(
  list: readonly ListedPrerequisite[],
  schemes: readonly string[],
  on: LocalDate,
): { readonly code: Prerequisite; readonly isAsked: boolean }[] {
  const found = list.filter(
    ({ scheme, validFrom, validTo }) =>
      schemes.includes(scheme) && validFrom <= on && (validTo === null || on <= validTo),
  );
  return PREREQUISITES.values.flatMap(({ code }) => {
    const own = found.filter((one) => one.code === code);
    return own.length === 0 ? [] : [{ code, isAsked: own.some(({ isAsked }) => isAsked) }];
  });
}

/**
 * The checklist of a referral: what the scheme of its unit asked for on its day, then what was ticked and
 * is asked for no more.
 */
export function checklistOf(
  asked: readonly { readonly code: Prerequisite; readonly isAsked: boolean }[],
  ticked: readonly Prerequisite[],
  ticks: readonly PrerequisiteTick[],
): ChecklistLine[] {
  const known = new Set(asked.map(({ code }) => code));
  const others = ticked.filter((code) => !known.has(code));
  return [...asked, ...others.map((code) => ({ code, isAsked: false }))].map((one) => ({
    ...one,
    isTicked: ticked.includes(one.code),
    tick: ticked.includes(one.code) ? (ticks.find(({ code }) => code === one.code) ?? null) : null,
  }));
}

/** The codes that a change ticks: those of before keep their day. */
export function newlyTicked(
  before: readonly Prerequisite[],
  after: readonly Prerequisite[],
): Prerequisite[] {
  return after.filter((code) => !before.includes(code));
}
