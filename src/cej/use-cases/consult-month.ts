import { Injectable } from '@nestjs/common';
import { AuditTrail, firstDay, lastDay, UnitOfWork } from '../../kernel/index.js';
import type { Actor, LocalDate, Month } from '../../kernel/index.js';
import {
  byMonthOrder,
  dayOfMonthView,
  isInView,
  isOfMonth,
  MONTH_VIEWS,
  readContract,
  type MonthView,
  type ReadContract,
} from '../domain/month-view.rules.js';
import { ContractQueries, type ContractSummary } from './ports.js';
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
      const all = await this.read(asked.month, asked.today);
      const inView = all.filter((row) => isInView(row, asked.view));
      const rows = asked.page === null ? inView : rowsOfPage(inView, asked.page);
      const shown = rows.map(({ summary }) => summary);
      const command = asked.page === null ? 'cej-contract.export' : 'cej-contract.list';
      await this.audit.record(listRead(actor, shown, command));
      return present({ on: dayOfMonthView(asked.month, asked.today), rows, counts: counted(all) });
    });
  }

  /** How many are to watch today, by the condition of the list itself; inside the caller's unit of work. */
  async toWatch(month: Month, today: LocalDate): Promise<number> {
    return counted(await this.read(month, today))['to-watch'];
  }

  private async read(month: Month, today: LocalDate): Promise<MonthRow[]> {
    const on = dayOfMonthView(month, today);
    const found = await this.queries.served({ from: firstDay(month), to: lastDay(month) });
    return found
      .map((summary) => ({
        summary,
        ...readContract(summary.contract, summary.services, summary.birthDate, on),
      }))
      .filter((row) => isOfMonth(row, month))
      .toSorted(byMonthOrder);
  }
}

function rowsOfPage(rows: readonly MonthRow[], page: number): readonly MonthRow[] {
  return rows.slice((page - 1) * ROWS_PER_PAGE, page * ROWS_PER_PAGE);
}

function counted(rows: readonly MonthRow[]): Record<MonthView, number> {
  const count = (view: MonthView) => rows.filter((row) => isInView(row, view)).length;
  return Object.fromEntries(MONTH_VIEWS.map((view) => [view, count(view)])) as Record<
    MonthView,
    number
  >;
}
