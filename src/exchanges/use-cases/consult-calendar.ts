import { Injectable } from '@nestjs/common';
import { addMonths, Clock, localDate, monthOf, UnitOfWork } from '../../kernel/index.js';
import type { Actor, Instant, Month } from '../../kernel/index.js';
import { OrganisationDirectory, type Organisation } from '../../organisations/index.js';
import type { ExchangeFile } from '../domain/exchange-file.js';
import { lastOpenedPeriod, type SlotDates } from '../domain/slot-calendar.js';
import { slotState, type SlotState } from '../domain/slot-state.js';
import { FLOWS } from '../flows/index.js';
import { ExchangeLedger, SlotBook, type Slot } from './ports.js';
import { SlotCalendar } from './slot-calendar.js';

/** A flow in a month. */
export interface CalendarCell {
  readonly flow: string;
  /** Null where nothing is known: the month was over before it was followed. */
  readonly state: SlotState | null;
  /** What was sent last for it, notices and what the door refused aside. */
  readonly file: ExchangeFile | null;
}

/** A month, its dates and what was owed for it. */
export interface CalendarMonth {
  readonly period: Month;
  readonly dates: SlotDates | null;
  readonly cells: readonly CalendarCell[];
}

/** A year of what an organisation sends. */
export interface ExchangeYear {
  readonly year: number;
  readonly flows: readonly string[];
  readonly months: readonly CalendarMonth[];
  /** The year of the month that was opened last. */
  readonly presentYear: number;
}

const MODE = 'P';

/** The months of a year for an organisation: the slots of `ListExpectedFiles`, past ones and those to come. */
@Injectable()
export class ConsultCalendar {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly organisations: OrganisationDirectory,
    private readonly slots: SlotBook,
    private readonly calendar: SlotCalendar,
    private readonly ledger: ExchangeLedger,
    private readonly clock: Clock,
  ) {}

  /** @param asked a year; null for the present one, which also stands for those after the next */
  async execute(asked: number | null, actor: Actor): Promise<ExchangeYear> {
    const now = this.clock.now();
    const presentYear = Number(lastOpenedPeriod(now).slice(0, 4));
    const year = asked !== null && asked <= presentYear + 1 ? asked : presentYear;
    const emitter = actor.organisation && (await this.organisations.byId(actor.organisation.id));
    const flows = FLOWS.filter(({ from }) => from === emitter?.kind).map(({ code }) => code);
    if (!emitter) return { year, flows, months: [], presentYear };
    return this.unitOfWork.run(actor, async () => {
      const recorded = (await this.slots.of(emitter.id)).filter(({ mode }) => mode === MODE);
      const months: CalendarMonth[] = [];
      for (const period of monthsOf(year)) {
        months.push(await this.month({ emitter, period, recorded, now, flows }));
      }
      return { year, flows, months, presentYear };
    });
  }

  private async month(asked: AskedMonth): Promise<CalendarMonth> {
    const { emitter, period, recorded, now, flows } = asked;
    const cells: CalendarCell[] = [];
    let dates: SlotDates | null = null;
    for (const flow of flows) {
      const own = recorded.filter((slot) => slot.flow === flow);
      const isFollowed =
        period >= lastOpenedPeriod(now) || own.some((slot) => slot.period === period);
      const slot = isFollowed ? this.calendar.recordOf(period, emitter, own) : null;
      dates ??= slot;
      const state = slot && slotState(slot, now);
      const file = state === 'upcoming' ? null : await this.lastFile(emitter, flow, period);
      cells.push({ flow, state, file });
    }
    return { period, dates, cells };
  }

  private async lastFile(
    { id }: Organisation,
    flow: string,
    period: Month,
  ): Promise<ExchangeFile | null> {
    const files = await this.ledger.filesOfPeriod(id, flow, MODE, period);
    return files.at(-1) ?? null;
  }
}

interface AskedMonth {
  readonly emitter: Organisation;
  readonly period: Month;
  readonly recorded: readonly Slot[];
  readonly now: Instant;
  readonly flows: readonly string[];
}

function monthsOf(year: number): Month[] {
  const first = monthOf(localDate(year, 1, 1));
  return Array.from({ length: 12 }, (_, index) => addMonths(first, index));
}
