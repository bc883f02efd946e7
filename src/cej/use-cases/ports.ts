import type { Confirmation, Instant, LocalDate } from '../../kernel/index.js';
import type { ContractScheme } from '../domain/code-lists.js';
import type { Contract, ContractState, ServiceFacts } from '../domain/contract.js';
import type { ContractAct } from '../domain/retell-contract.js';
import type { ContractChange } from '../domain/decide-contract.js';
import type { MonthView } from '../domain/month-view.rules.js';

/** Contracts as records to decide on, for the mission locale that owns them. Set-based; only inside a unit of work. */
export abstract class Contracts {
  abstract byIds(ids: readonly string[]): Promise<Contract[]>;
  abstract ofPeople(personIds: readonly string[]): Promise<Contract[]>;
  /** Those of all files of each of these people, by the one that was asked. */
  abstract ofSamePeople(
    personIds: readonly string[],
  ): Promise<ReadonlyMap<string, readonly Contract[]>>;
  /** What units told of the services of these people, as far as the scope sees them. */
  abstract servicesOf(personIds: readonly string[]): Promise<ReadonlyMap<string, ServiceFacts[]>>;
  /** What was said of contracts otherwise than by their monthly files, oldest first. */
  abstract actsOn(ids: readonly string[]): Promise<ContractAct[]>;
  /** Later rows said what is on record: only the reference date moves. */
  abstract confirmAll(confirmed: readonly Confirmation[]): Promise<void>;
  /**
   * Writes records, what is the mission locale's alone, and history together.
   * @throws ChangedMeanwhile when one was changed since it was read
   */
  abstract saveAll(changes: readonly ContractChange[]): Promise<void>;
}

/** Whose eyes a contract is read with: motives and reasons are the mission locale's own (F18). */
export type ContractSight = 'own' | 'shared';

/** Filters of a list of contracts; all optional, all combined. */
export interface ContractFilter {
  readonly scheme?: ContractScheme;
  readonly state?: ContractState;
  /** Reference of a referral of the young person. */
  readonly reference?: string;
  readonly personId?: string;
}

/** A contract with the facts it is read with. */
export interface ContractSummary {
  readonly contract: Contract;
  /** Full, or known in part: `2005-03-00`. */
  readonly birthDate: string;
  readonly services: readonly ServedUnit[];
  readonly createdAt: Instant;
}

/** A service, and in which unit. */
export interface ServedUnit extends ServiceFacts {
  readonly unitId: string;
}

/** A contract as a unit is told of it, with what names its young person there. */
export interface ToldContractRecord {
  readonly contract: Contract;
  readonly services: readonly ServiceFacts[];
  readonly reference: string;
  readonly unitFileNumber: string | null;
}

/** One line of the history of a contract. */
export interface ContractEvent {
  readonly command: string;
  readonly effectiveOn: LocalDate;
  readonly recordedAt: Instant;
  readonly role: string;
  readonly organisationId: string | null;
  readonly channel: string;
}

/** Reads for lists and pages. Only inside a unit of work. */
export abstract class ContractQueries {
  abstract page(
    filter: ContractFilter,
    limit: number,
    after: { readonly createdAt: Instant; readonly id: string } | null,
    sight: ContractSight,
  ): Promise<{ items: ContractSummary[]; total: number }>;
  abstract one(id: string, sight: ContractSight): Promise<ContractSummary | null>;
  /** Those of these ids, to the unit whose young people they are; without motives. */
  abstract toldTo(unitId: string, ids: readonly string[]): Promise<ToldContractRecord[]>;
  abstract ofPerson(personId: string): Promise<ContractSummary[]>;
  abstract history(id: string): Promise<ContractEvent[]>;
  /** A month as its rules read it: how many are in each view, and a slice of one view in its order. */
  abstract month(
    days: MonthDays,
    view: MonthView,
    range: { readonly limit: number | null; readonly offset: number },
  ): Promise<{ items: ContractSummary[]; counts: Record<MonthView, number> }>;
}

/** The first and last day of a month, and the day it is read on. */
export interface MonthDays {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly on: LocalDate;
}
