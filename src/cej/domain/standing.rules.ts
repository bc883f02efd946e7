import { daysBetween, lastDayOfMonthAfter, type LocalDate } from '../../kernel/index.js';
import type { Contract, ServiceFacts } from './contract.js';

/** Where a contract stands on a day. */
export const CONTRACT_STANDINGS = [
  'not-started',
  'running',
  'in-service',
  'extended',
  'past-term',
  'ended',
] as const;
export type ContractStanding = (typeof CONTRACT_STANDINGS)[number];

/**
 * The extension that follows from a service: to the last day of the second month after its end (code
 * du travail R.5131-16 II, domain.md 5.1). Whether the rule covers SMA and SMV was not verified: it
 * stays "to be confirmed" until the mission locale confirms this very day.
 */
export interface ComputedExtension {
  readonly serviceId: string;
  readonly until: LocalDate;
  /** The end of the service it follows from. */
  readonly servedUntil: LocalDate;
  /** True while that end is to come: planned, or announced by the unit. */
  readonly isForecast: boolean;
  readonly isConfirmed: boolean;
}

/** What is known of a contract on a day, computed from the facts and never kept. */
export interface Standing {
  readonly standing: ContractStanding;
  /** The last day of the contract. */
  readonly term: LocalDate;
  /** From the day asked about to the term: 0 on the last day, negative after it. */
  readonly daysLeft: number;
  /** Null when the contract was not running on the day of entry, or has no service. */
  readonly extension: ComputedExtension | null;
  /** True when a service goes on past the end that was planned for it. */
  readonly isExitOverdue: boolean;
}

/** Months after the month of the exit (R.5131-16 II). */
export const EXTENSION_MONTHS = 2;

/**
 * Where a contract stands on a day. Facts that come late, in any order, give the same answer as facts
 * that came in time: everything is computed again from all of them.
 */
export function standingAt(
  contract: Contract,
  services: readonly ServiceFacts[],
  on: LocalDate,
): Standing {
  const known = services.filter(({ incorporatedOn }) => incorporatedOn <= on).toSorted(byDays);
  const path = known.reduce<Pathway>((before, service) => entering(contract, before, service, on), {
    term: contractedUntil(contract),
    extension: null,
    serving: null,
  });
  const term = contract.end?.endedOn ?? path.term;
  return {
    standing: standingOn(contract, path, term, on),
    term,
    daysLeft: daysBetween(on, term),
    extension: path.extension,
    isExitOverdue: path.serving !== null && path.serving.plannedEndOn < on,
  };
}

/** True on the days when the contract binds both sides: what a unit may know (F18). */
export function isActive({ standing }: Pick<Standing, 'standing'>): boolean {
  return standing === 'running' || standing === 'in-service' || standing === 'extended';
}

/** The last day as the contract itself says, extensions for a service left apart. */
export function contractedUntil({
  plannedEndOn,
  extension,
}: Pick<Contract, 'plannedEndOn' | 'extension'>): LocalDate {
  return extension?.until ?? plannedEndOn;
}

/** What the services looked at so far, the earliest first, make of the contract. */
interface Pathway {
  readonly term: LocalDate;
  readonly extension: ComputedExtension | null;
  /** The service that goes on. */
  readonly serving: ServiceFacts | null;
}

function entering(
  contract: Contract,
  path: Pathway,
  service: ServiceFacts,
  on: LocalDate,
): Pathway {
  if (!isActiveAtEntry(contract, path.term, service.incorporatedOn)) return path;
  const serving = isServing(service, on) ? service : path.serving;
  const extension = extensionOf(contract, service, on);
  if (!extension) return { ...path, serving };
  const isLater = path.extension === null || extension.until >= path.extension.until;
  return {
    // A contract that runs longer by itself is not made shorter.
    term: extension.until > path.term ? extension.until : path.term,
    extension: isLater ? extension : path.extension,
    serving,
  };
}

/** The rule is for whoever enters before the end of the contract, that day included. */
function isActiveAtEntry({ startsOn, end }: Contract, term: LocalDate, entry: LocalDate): boolean {
  return entry >= startsOn && entry <= (end?.endedOn ?? term);
}

/** Nothing for a PACEA, nor for a contract that ended for good while the service went on. */
function extensionOf(
  { scheme, end, confirmation }: Contract,
  service: ServiceFacts,
  on: LocalDate,
): ComputedExtension | null {
  const servedUntil = lastServed(service, on);
  if (scheme !== 'CEJ' || (end && end.endedOn < servedUntil)) return null;
  const until = lastDayOfMonthAfter(servedUntil, EXTENSION_MONTHS);
  return {
    serviceId: service.id,
    until,
    servedUntil,
    isForecast: isServing(service, on),
    isConfirmed: confirmation?.until === until,
  };
}

/** A service that goes on past its planned end has not ended before the day asked about. */
function lastServed({ exitedOn, plannedEndOn }: ServiceFacts, on: LocalDate): LocalDate {
  return exitedOn ?? (plannedEndOn > on ? plannedEndOn : on);
}

/** On the day of the exit one is no longer in service. */
function isServing({ exitedOn }: ServiceFacts, on: LocalDate): boolean {
  return exitedOn === null || exitedOn > on;
}

function standingOn(
  contract: Contract,
  { serving }: Pathway,
  term: LocalDate,
  on: LocalDate,
): ContractStanding {
  const { startsOn, end } = contract;
  if (end && end.endedOn < on) return 'ended';
  if (on < startsOn) return 'not-started';
  if (on > term) return 'past-term';
  if (serving) return 'in-service';
  return on <= contractedUntil(contract) ? 'running' : 'extended';
}

function byDays(one: ServiceFacts, other: ServiceFacts): number {
  return keyOf(one) < keyOf(other) ? -1 : 1;
}

function keyOf({ incorporatedOn, exitedOn, plannedEndOn, id }: ServiceFacts): string {
  return [incorporatedOn, exitedOn ?? '9999', plannedEndOn, id].join(' ');
}
