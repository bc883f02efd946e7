import { Injectable } from '@nestjs/common';
import { addMonths, Clock, lastDay, localDate, monthOf, UnitOfWork } from '../../kernel/index.js';
import type { Instant, Month, PersonActor } from '../../kernel/index.js';
import {
  OrganisationDirectory,
  type Convention,
  type Organisation,
} from '../../organisations/index.js';
import { isFollowedBy } from './followed-units.js';
import { unitMonth, type FlowOfMonth, type UnitMonth } from '../domain/calendar/unit-month.js';
import { lastOpenedPeriod } from '../domain/slot-calendar.js';
import { FLOWS } from '../flows/index.js';
import { SlotCalendar } from './slot-calendar.js';
import { UnitMonths, type RecordedFlow } from './unit-month-ports.js';

/** A unit and its months, in the order of the months of the grid. */
export interface UnitLine {
  readonly unit: Organisation;
  readonly months: readonly UnitMonth[];
}

/** The units that somebody follows, month by month. */
export interface UnitGrid {
  /** Latest first: it is what a narrow screen shows. */
  readonly months: readonly Month[];
  readonly lines: readonly UnitLine[];
  /** The last month of the grid before, and of the one after; null where there is none. */
  readonly before: Month | null;
  readonly after: Month | null;
}

/** Six months whose files may be sent, and the one that is running. */
const SHOWN = 7;
/** Nothing was exchanged before. */
const FIRST_MONTH = monthOf(localDate(2020, 1, 1));
const UNIT_FLOWS = FLOWS.filter(({ from }) => from === 'unit').map(({ code }) => code);

/** Where the monthly files of units stand, for whoever follows them. Nobody is named. */
@Injectable()
export class ConsultUnitMonths {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly organisations: OrganisationDirectory,
    private readonly unitMonths: UnitMonths,
    private readonly calendar: SlotCalendar,
    private readonly clock: Clock,
  ) {}

  /** @param asked the last month to show; null for the running one, which also stands for those to come */
  async execute(asked: Month | null, actor: PersonActor): Promise<UnitGrid> {
    const reader = await this.organisations.byId(actor.organisation.id);
    const now = this.clock.now();
    const running = addMonths(lastOpenedPeriod(now), 1);
    const last = asked !== null && asked < running ? asked : running;
    const months = Array.from({ length: SHOWN }, (_, index) => addMonths(last, -index));
    const first = months.at(-1) ?? last;
    const recorded = await this.unitOfWork.read(actor, () => this.unitMonths.between(first, last));
    const before = addMonths(last, -SHOWN);
    const next = addMonths(last, SHOWN);
    return {
      months,
      lines: reader ? await this.lines(reader, months, recorded, now) : [],
      before: before >= FIRST_MONTH ? before : null,
      after: last === running ? null : next < running ? next : running,
    };
  }

  private async lines(
    reader: Organisation,
    months: readonly Month[],
    recorded: readonly RecordedFlow[],
    now: Instant,
  ): Promise<UnitLine[]> {
    const conventions = await Promise.all(
      months.map((month) => this.organisations.conventionsOn(lastDay(month))),
    );
    const units = await this.organisations.all('unit');
    return units
      .filter((unit) =>
        months.some((month, index) =>
          isFollowedBy(reader, unit, lastDay(month), conventions[index] ?? []),
        ),
      )
      .map((unit) => ({
        unit,
        months: months.map((month, index) => {
          const inForce = conventions[index] ?? [];
          if (!isFollowedBy(reader, unit, lastDay(month), inForce)) return unitMonth([], now);
          const own = recorded.filter((one) => one.unitId === unit.id && one.slot.period === month);
          return unitMonth(this.flows({ unit, month, own, inForce, now }), now);
        }),
      }));
  }

  /** What is recorded, and what is owed without having been recorded yet. */
  private flows({ unit, month, own, inForce, now }: AskedMonth): FlowOfMonth[] {
    const isAgreed = inForce.some(({ unitId }) => unitId === unit.id);
    const isOwed = month >= lastOpenedPeriod(now) && isAgreed;
    return UNIT_FLOWS.map((code) => {
      const known = own.find(({ flow }) => flow === code);
      // What is owed to nobody any more is not late: no convention asks for it, and no reminder is sent.
      if (known) return isAgreed || known.last ? known : { slot: null, last: null };
      return { slot: isOwed ? this.calendar.recordOf(month, unit, []) : null, last: null };
    });
  }
}

interface AskedMonth {
  readonly unit: Organisation;
  readonly month: Month;
  readonly own: readonly RecordedFlow[];
  readonly inForce: readonly Convention[];
  readonly now: Instant;
}
