import { Injectable } from '@nestjs/common';
import { AuditTrail, firstDay, lastDay, UnitOfWork } from '../../kernel/index.js';
import type { Actor, LocalDate, Month } from '../../kernel/index.js';
import {
  dayOfMonthView,
  readContract,
  type MonthView,
  type ReadContract,
} from '../domain/month-view.rules.js';
import { ContractQueries, type ContractSummary, type MonthDays } from './ports.js';
import { listRead } from './reading-lines.js';

/** A contract of the month, as it stands on the day the month is read. */
export interface MonthRow extends ReadContract {
  readonly summary: ContractSummary;
}

/** Rows of a page of the list (interface.md 10). */
export const ROWS_PER_PAGE = 50;

/** What of a month is asked. */
export interface MonthRequest {
  readonly month: Month;
  /** On the clock of the mission locale. */
  readonly today: LocalDate;
  readonly view: MonthView;
  /** Null for all of it, as a file: only those shown are read, and counted (SEC-19). */
  readonly page: number | null;
}

/** The list of a month and how many are in each view: one reading, one definition. */
export interface MonthList {
  readonly on: LocalDate;
  /** Those of the page that was asked. */
  readonly rows: readonly MonthRow[];
  readonly counts: Readonly<Record<MonthView, number>>;
}

/** Young people in CEJ or PACEA who are in a unit, or left it: the adviser's list of a month (F18). */
@Injectable()
export class ConsultMonth {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly queries: ContractQueries,
    private readonly audit: AuditTrail,
  ) {}

  /** `present` runs in the same unit of work. */
  async execute<T>(
    asked: MonthRequest,
    actor: Actor,
    present: (list: MonthList) => Promise<T>,
  ): Promise<T> {
    return this.unitOfWork.read(actor, async () => {
      const days = daysOf(asked.month, asked.today);
      const { items, counts } = await this.queries.month(days, asked.view, rangeOf(asked.page));
      const command = asked.page === null ? 'cej-contract.export' : 'cej-contract.list';
      await this.audit.record(listRead(actor, items, command));
      return present({ on: days.on, rows: items.map((item) => rowOf(item, days.on)), counts });
    });
  }

  /** How many are to watch today, by the query of the list itself; inside the caller's unit of work. */
  async toWatch(month: Month, today: LocalDate): Promise<number> {
    const nothing = { limit: 0, offset: 0 };
    const { counts } = await this.queries.month(daysOf(month, today), 'to-watch', nothing);
    return counts['to-watch'];
  }
}

function daysOf(month: Month, today: LocalDate): MonthDays {
  return { from: firstDay(month), to: lastDay(month), on: dayOfMonthView(month, today) };
}

function rangeOf(page: number | null): { limit: number | null; offset: number } {
  if (page === null) return { limit: null, offset: 0 };
  return { limit: ROWS_PER_PAGE, offset: (page - 1) * ROWS_PER_PAGE };
}

function rowOf(summary: ContractSummary, on: LocalDate): MonthRow {
  const { contract, services, birthDate } = summary;
  return { summary, ...readContract(contract, services, birthDate, on) };
}
