import type { AsOf, LocalDate } from '../../kernel/index.js';
import type { ContractEndReason, ContractScheme, ExtensionMotive } from './code-lists.js';

/** Whether the mission locale recorded the real end. Where a contract stands on a day is computed. */
export const CONTRACT_STATES = ['open', 'ended'] as const;
export type ContractState = (typeof CONTRACT_STATES)[number];

/** A motivated extension of a CEJ beyond its planned end, up to eighteen months in all (R.5131-16). */
export interface MotivatedExtension {
  readonly until: LocalDate;
  /** Null to whom it is not told: a unit. */
  readonly motive: ExtensionMotive | null;
}

/** The real end, as the mission locale gave it. */
export interface ContractEnd {
  readonly endedOn: LocalDate;
  /** Null to whom it is not told: a unit (exchange.md 7.a, CEM). */
  readonly reason: ContractEndReason | null;
}

/** The computed extension that the mission locale confirmed: it holds for that very day and no other. */
export interface ConfirmedExtension {
  readonly until: LocalDate;
  readonly confirmedOn: LocalDate;
  /** Account or program that confirmed; null to whom it is not told. */
  readonly by: string | null;
}

/** One contract of a young person with a mission locale (domain.md 5): facts only, nothing computed. */
export interface Contract {
  readonly id: string;
  readonly missionLocaleId: string;
  readonly personId: string;
  /** The referral that told it; null when the mission locale recorded it. */
  readonly referralId: string | null;
  readonly scheme: ContractScheme;
  readonly state: ContractState;
  readonly startsOn: LocalDate;
  readonly plannedEndOn: LocalDate;
  readonly extension: MotivatedExtension | null;
  readonly confirmation: ConfirmedExtension | null;
  readonly end: ContractEnd | null;
  /** True once a person or a program of the mission locale wrote it: referrals leave it alone. */
  readonly isKept: boolean;
  /** As of when a referral last told its dates. */
  readonly asOf: AsOf | null;
  readonly version: number;
}

/** A service of the young person in a unit, as far as a contract looks at it (domain.md 5.2). */
export interface ServiceFacts {
  readonly id: string;
  readonly incorporatedOn: LocalDate;
  readonly plannedEndOn: LocalDate;
  /** The day of the exit, past or announced. */
  readonly exitedOn: LocalDate | null;
}
