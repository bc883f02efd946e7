import { firstDay, lastDay, monthOf, type LocalDate, type Month } from '../../kernel/index.js';
import type { Contract, ServiceFacts } from './contract.js';
import { standingAt, type Standing } from './standing.rules.js';
import { warningsOf, type ContractWarning } from './warnings.rules.js';

/** Parts of the monthly list: those to look at, those who serve, those who left, everyone. */
export const MONTH_VIEWS = ['to-watch', 'serving', 'left', 'all'] as const;
export type MonthView = (typeof MONTH_VIEWS)[number];

/** One contract with everything that a day makes of it. */
export interface ReadContract {
  readonly contract: Contract;
  readonly standing: Standing;
  readonly warnings: readonly ContractWarning[];
}

/** Reads the facts of one contract for a day. */
export function readContract(
  contract: Contract,
  services: readonly ServiceFacts[],
  birthDate: string,
  on: LocalDate,
): ReadContract {
  const standing = standingAt(contract, services, on);
  return { contract, standing, warnings: warningsOf(contract, standing, birthDate, on) };
}

/** The day a month is read on: its last one, or today in the month that runs. */
export function dayOfMonthView(month: Month, today: LocalDate): LocalDate {
  return month >= monthOf(today) ? today : lastDay(month);
}

/** True when a contract belongs in the list of a month: it had not ended before that month began. */
export function isOfMonth({ standing, contract }: ReadContract, month: Month): boolean {
  const { startsOn } = contract;
  return (
    startsOn <= lastDay(month) &&
    (standing.standing !== 'ended' || standing.term >= firstDay(month))
  );
}

/** True when a contract is in a view. The counts of the page are made with this and nothing else. */
export function isInView({ standing, warnings }: ReadContract, view: MonthView): boolean {
  switch (view) {
    case 'to-watch':
      return warnings.length > 0;
    case 'serving':
      return standing.standing === 'in-service';
    case 'left':
      return standing.standing !== 'in-service';
    case 'all':
      return true;
  }
}

/** Warnings first, the nearest limit before all; then who has the fewest days left. */
export function byMonthOrder(one: ReadContract, other: ReadContract): number {
  return compare(rankOf(one), rankOf(other));
}

function rankOf({ warnings, standing, contract }: ReadContract): readonly (number | string)[] {
  const [first] = warnings;
  const days = first?.daysLeft ?? standing.daysLeft;
  return [first ? 0 : 1, days, contract.id];
}

function compare(one: readonly (number | string)[], other: readonly (number | string)[]): number {
  for (const [index, value] of one.entries()) {
    const against = other[index] ?? value;
    if (value !== against) return value < against ? -1 : 1;
  }
  return 0;
}
