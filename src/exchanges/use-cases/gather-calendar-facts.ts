import { Injectable } from '@nestjs/common';
import {
  addDays,
  addMillis,
  firstDay,
  lastDay,
  addMonths,
  UnitOfWork,
} from '../../kernel/index.js';
import type { Instant, LocalDate, Month, SystemActor } from '../../kernel/index.js';
import { isActiveOn, OrganisationDirectory, type Organisation } from '../../organisations/index.js';
import type { CalendarPlace, DeliveryPlace, OwedSlot, SlotFact } from '../domain/calendar/acts.js';
import type { CalendarFacts, MonthFacts } from '../domain/calendar/due-acts.js';
import { openingKey, periodsInService, photosKey } from '../domain/calendar/service-acts.js';
import { FLOWS } from '../flows/index.js';
import { CalendarBook, type RecordedKey } from './calendar-ports.js';
import { SlotCalendar } from './slot-calendar.js';

const DAY = 86_400_000;
/** A number passed over longer ago is asked for no more. */
const GAP_DAYS = 60;
/** Code of the organisation that runs the service. */
const OPERATOR = 'NATIONAL';
/** The body that follows the missions locales; a unit is followed by the command of its scheme. */
const MISSIONS_LOCALES_BODY = 'UNML';

/** Reads what the calendar decides from, under the technical scope: it names nobody. */
@Injectable()
export class GatherCalendarFacts {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly organisations: OrganisationDirectory,
    private readonly calendar: SlotCalendar,
    private readonly book: CalendarBook,
  ) {}

  /** @returns null as long as nobody runs the service: the register is not loaded yet */
  async execute(now: Instant, actor: SystemActor): Promise<CalendarFacts | null> {
    const operator = await this.organisations.byCode(OPERATOR);
    if (!operator) return null;
    const all = await this.organisations.all();
    return this.unitOfWork.run(actor, () => this.read(now, operator, all), { lens: 'technical' });
  }

  private async read(
    now: Instant,
    operator: Organisation,
    all: readonly Organisation[],
  ): Promise<CalendarFacts> {
    const startedAt = await this.book.startedAt(operator.id, now);
    const isDone = lookup(await this.book.actsDueSince(startedAt));
    const slots = await this.book.unsettledSlots();
    const files = await this.book.waitingFiles(now);
    const gapsFrom = later(startedAt, addMillis(now, -GAP_DAYS * DAY));
    const told = [...slots.map(({ opensAt }) => opensAt), ...files.map((file) => file.availableAt)];
    const issued = await this.book.noticesDueSince(earliest([gapsFrom, ...told]));
    const owing = new OwingOrganisations(this.organisations);
    const months: MonthFacts[] = [];
    const periods = periodsInService(startedAt, now);
    for (const period of periods) {
      const isOpened = isDone(operator.id, openingKey(period)) && period !== periods.at(-1);
      const isServed = isDone(operator.id, photosKey(period));
      months.push({
        period,
        owed: isOpened ? [] : await this.owed(period, startedAt, owing, all),
        recipients: isServed ? [] : recipientsOf(period, all),
      });
    }
    return {
      startedAt,
      operatorId: operator.id,
      places: placesOf(all),
      months,
      slots: await owing.mark(slots),
      files,
      gaps: await this.book.gapsSince(gapsFrom),
      lateFiles: await this.book.lateFilesSince(startedAt),
      openReports: await this.book.openReports(),
      lastDepositAt: await this.book.lastDepositAt(),
      isDone,
      isIssued: lookup(issued),
    };
  }

  /** Every active convention asks its two sides for their flows (exchange.md 7.h). */
  private async owed(
    period: Month,
    startedAt: Instant,
    owing: OwingOrganisations,
    all: readonly Organisation[],
  ): Promise<OwedSlot[]> {
    const recorded = await this.book.recordedOwners(period);
    const known = new Set(recorded.map(({ organisationId, flow }) => `${organisationId} ${flow}`));
    const emitters = await owing.of(period);
    return all
      .filter(({ id }) => emitters.has(id))
      .flatMap((emitter) =>
        FLOWS.filter(({ from }) => from === emitter.kind).map(({ code: flow }) => {
          const dates = this.calendar.datesOf(period, emitter);
          return { organisationId: emitter.id, flow, period, dates };
        }),
      )
      .filter(({ organisationId, flow }) => !known.has(`${organisationId} ${flow}`))
      .filter(({ dates }) => dates.closesAt > startedAt);
  }
}

/** The organisations with a convention in force on the last day of a month, as the door asks. */
class OwingOrganisations {
  private readonly known = new Map<Month, ReadonlySet<string>>();

  constructor(private readonly organisations: OrganisationDirectory) {}

  async of(period: Month): Promise<ReadonlySet<string>> {
    const found = this.known.get(period) ?? (await this.read(lastDay(period)));
    this.known.set(period, found);
    return found;
  }

  /** One after the other: they share a transaction. */
  async mark(slots: readonly Omit<SlotFact, 'isOwed'>[]): Promise<SlotFact[]> {
    const marked: SlotFact[] = [];
    for (const slot of slots) {
      const isOwed = (await this.of(slot.period)).has(slot.organisationId);
      marked.push({ ...slot, isOwed });
    }
    return marked;
  }

  private async read(on: LocalDate): Promise<ReadonlySet<string>> {
    const conventions = await this.organisations.conventionsOn(on);
    return new Set(conventions.flatMap(({ missionLocaleId, unitId }) => [missionLocaleId, unitId]));
  }
}

/** Those there on the day the photos go. */
function recipientsOf(period: Month, all: readonly Organisation[]): DeliveryPlace[] {
  const day = addDays(firstDay(addMonths(period, 1)), 9);
  return all
    .filter((organisation) => isActiveOn(organisation, day))
    .flatMap(({ id: recipientId, kind }) =>
      FLOWS.filter(({ to }) => to === kind).map(({ code: flow }) => ({ recipientId, flow })),
    );
}

function placesOf(all: readonly Organisation[]): Map<string, CalendarPlace> {
  const national = all.filter(({ kind }) => kind === 'national');
  return new Map(
    all.map(({ id, code, kind, scheme, territory, timeZone }) => {
      const body = national.find((one) =>
        kind === 'unit' ? one.scheme === scheme : one.code === MISSIONS_LOCALES_BODY,
      );
      const supervisorId = kind === 'national' ? null : (body?.id ?? null);
      return [id, { id, code, territory, timeZone, supervisorId }];
    }),
  );
}

function lookup(keys: readonly RecordedKey[]): (organisationId: string, key: string) => boolean {
  const known = new Set(keys.map(({ organisationId, key }) => `${organisationId} ${key}`));
  return (organisationId, key) => known.has(`${organisationId} ${key}`);
}

function later(one: Instant, other: Instant): Instant {
  return one > other ? one : other;
}

function earliest(instants: readonly [Instant, ...Instant[]]): Instant {
  return instants.reduce((first, one) => (one < first ? one : first));
}
