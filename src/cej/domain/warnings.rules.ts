import { addMonthsToDate, daysBetween, type LocalDate } from '../../kernel/index.js';
import type { ContractScheme, ContractWarningCode } from './code-lists.js';
import type { Contract } from './contract.js';
import { birthdayOf, lastDayWithin } from './periods.js';
import { contractedUntil, type Standing } from './standing.rules.js';

/** A remark about a limit that comes near or was passed. */
export interface ContractWarning {
  readonly code: ContractWarningCode;
  /** The day of the limit; null for a remark without one. */
  readonly on: LocalDate | null;
  /** Days from today to it: 0 on the day itself, negative after; null without a day. */
  readonly daysLeft: number | null;
}

/** How long before a limit an adviser is told, in days (DESIGN: a month for a term, two for a duration or an age). */
export const NOTICE_DAYS = { term: 30, duration: 60, age: 60 } as const;

/** Longest durations in months: domain.md 5.1 (R.5131-16 for the CEJ, R.5131-13 for the PACEA). */
export const LONGEST_MONTHS = { CEJ: 12, 'CEJ-extended': 18, PACEA: 24 } as const;

/** The contract of a mission locale ends with the 26th birthday (R.5131-13). */
export const AGE_LIMIT = 26;

/** What an adviser is to know of a contract on a day, the nearest limit first; nothing once it ended. */
export function warningsOf(
  contract: Contract,
  standing: Standing,
  birthDate: string,
  on: LocalDate,
): ContractWarning[] {
  if (standing.standing === 'ended') return [];
  return [
    ...termWarnings(standing, on),
    ...durationWarnings(contract, standing, on),
    ...ageWarnings(birthDate, standing, on),
    ...standingWarnings(contract, standing),
  ].toSorted(byUrgency);
}

/** The longest contract that its scheme allows, motivated extension included. */
export function longestEnd(scheme: ContractScheme, startsOn: LocalDate): LocalDate {
  const months = scheme === 'CEJ' ? LONGEST_MONTHS['CEJ-extended'] : LONGEST_MONTHS.PACEA;
  return addMonthsToDate(startsOn, months);
}

function termWarnings({ standing, term }: Standing, on: LocalDate): ContractWarning[] {
  if (standing === 'past-term') return [dated('TERME_DEPASSE', term, on)];
  if (standing === 'in-service') return [];
  return near('TERME_PROCHE', term, NOTICE_DAYS.term, on);
}

/**
 * Twelve months are the limit of the contract itself: what a service extends needs no motive. Eighteen
 * and twenty-four months are warned of whenever the term goes so far.
 */
function durationWarnings(
  contract: Contract,
  standing: Standing,
  on: LocalDate,
): ContractWarning[] {
  const { scheme, startsOn } = contract;
  const months = (count: number) => lastDayWithin(startsOn, count);
  const upTo = (code: ContractWarningCode, limit: LocalDate) =>
    limit <= standing.term ? near(code, limit, NOTICE_DAYS.duration, on) : [];
  if (scheme === 'PACEA') return upTo('VINGT_QUATRE_MOIS', months(LONGEST_MONTHS.PACEA));
  const isExtended = contract.extension !== null || standing.term > contractedUntil(contract);
  return [
    ...(isExtended ? [] : upTo('DOUZE_MOIS', months(LONGEST_MONTHS.CEJ))),
    ...upTo('DIX_HUIT_MOIS', months(LONGEST_MONTHS['CEJ-extended'])),
  ];
}

/** An age reached after the term is no limit of this contract. */
function ageWarnings(birthDate: string, { term }: Standing, on: LocalDate): ContractWarning[] {
  const birthday = birthdayOf(birthDate, AGE_LIMIT);
  const isReached = birthday !== null && birthday <= term;
  return isReached ? near('LIMITE_AGE', birthday, NOTICE_DAYS.age, on) : [];
}

function standingWarnings(contract: Contract, { extension, isExitOverdue }: Standing) {
  const { scheme, startsOn, plannedEndOn } = contract;
  // The day of the same number is let through, as the referral does: both readings are in use.
  const isTooLong = plannedEndOn > addMonthsToDate(startsOn, LONGEST_MONTHS.CEJ);
  return [
    ...(isExitOverdue ? [undated('SORTIE_ATTENDUE')] : []),
    ...(extension && !extension.isForecast && !extension.isConfirmed
      ? [undated('PROLONGATION_A_CONFIRMER')]
      : []),
    ...(scheme === 'CEJ' && isTooLong && !contract.extension
      ? [undated('PROLONGATION_NON_MOTIVEE')]
      : []),
  ];
}

function near(
  code: ContractWarningCode,
  limitOn: LocalDate,
  notice: number,
  on: LocalDate,
): ContractWarning[] {
  return daysBetween(on, limitOn) <= notice ? [dated(code, limitOn, on)] : [];
}

function dated(code: ContractWarningCode, limitOn: LocalDate, on: LocalDate): ContractWarning {
  return { code, on: limitOn, daysLeft: daysBetween(on, limitOn) };
}

function undated(code: ContractWarningCode): ContractWarning {
  return { code, on: null, daysLeft: null };
}

/** The nearest or longest passed limit first, remarks without a day last. */
function byUrgency(one: ContractWarning, other: ContractWarning): number {
  return (one.daysLeft ?? UNDATED) - (other.daysLeft ?? UNDATED);
}

const UNDATED = Number.MAX_SAFE_INTEGER;
