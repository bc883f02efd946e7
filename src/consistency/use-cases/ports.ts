import type { Instant } from '../../kernel/index.js';
import type {
  ConsistencyException,
  ExceptionRule,
  OverdueDays,
  RepairingSide,
} from '../domain/exception-rules.js';

/** Whose exceptions are looked for, and by which days. */
export interface ExceptionSearch {
  readonly side: RepairingSide;
  readonly organisationId: string;
  readonly days: OverdueDays;
}

/** A part of a list. */
export interface Range {
  readonly limit: number;
  readonly offset: number;
}

/** Finds exceptions as they stand now: what is repaired is no longer found. Only inside a unit of work. */
export abstract class Exceptions {
  /** How many of each rule; a rule without any is left out. */
  abstract counts(search: ExceptionSearch): Promise<ReadonlyMap<ExceptionRule, number>>;
  /** A page, what lasts longest first. */
  abstract page(search: ExceptionSearch, range: Range): Promise<ConsistencyException[]>;
}

/** One check of everyone: when, over how many organisations, and what was found, in figures alone. */
export interface ConsistencyRun {
  readonly id: string;
  readonly startedAt: Instant;
  readonly finishedAt: Instant;
  readonly organisations: number;
  /** Organisations that could not be looked at; they are at the next run. */
  readonly failures: number;
  readonly found: Readonly<Partial<Record<ExceptionRule, number>>>;
}

/** The checks that were made. Only inside a unit of work; only the service itself adds one. */
export abstract class ConsistencyRuns {
  abstract add(run: ConsistencyRun): Promise<void>;
  /** The latest first. */
  abstract latest(limit: number): Promise<ConsistencyRun[]>;
}
