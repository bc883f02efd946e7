import { Injectable } from '@nestjs/common';
import { Clock, lastDay, parseLocalDate, parseMonth } from '../../kernel/index.js';
import type { Instant, LocalDate } from '../../kernel/index.js';
import { OrganisationDirectory, type Organisation } from '../../organisations/index.js';
import { doorFault, isBlocking, type DoorFault } from '../catalogue/index.js';
import { checkSequence, checkSlot, isReplacement, type FileNameParts } from '../deposit/index.js';
import type { ExchangeFile } from '../domain/exchange-file.js';
import { takenUntil } from '../domain/slot-state.js';
import { OpenSlots } from './open-slots.js';
import { ExchangeLedger, type Slot } from './ports.js';
import { SlotCalendar } from './slot-calendar.js';
import { readDeposit, type DepositReading, type UnreadDeposit } from './read-deposit.js';

/** A deposit at the door. */
export interface SealedDeposit extends UnreadDeposit {
  readonly emitter: Organisation;
}

export type { DepositReading };

/** What the ledger adds: whether the file may come now, under this number. */
export interface DepositStanding {
  readonly slot: Slot | null;
  readonly identical: ExchangeFile | null;
  readonly isOnTime: boolean | null;
  readonly faults: readonly DoorFault[];
}

/** Judges a deposit before anything of it is applied (exchange.md 6.1-6.4). */
@Injectable()
export class JudgeDeposit {
  constructor(
    private readonly ledger: ExchangeLedger,
    private readonly openSlots: OpenSlots,
    private readonly calendar: SlotCalendar,
    private readonly organisations: OrganisationDirectory,
    private readonly clock: Clock,
  ) {}

  /** Reads name, manifest and bytes: no query, since it is long for a long file. */
  read(deposit: SealedDeposit): Promise<DepositReading> {
    return readDeposit(deposit, this.clock.now());
  }

  /** Asks the ledger; inside the unit of work that records the deposit. */
  async standing(
    deposit: SealedDeposit,
    name: FileNameParts,
    isReadable: boolean,
  ): Promise<DepositStanding> {
    const { emitter, seal, fileName } = deposit;
    const { flow, mode, period, nature, sequence } = name;
    const place = { flow, mode, period, nature, sequence };
    await this.ledger.lockSequence(emitter.id, flow, mode);
    const known = await this.ledger.sameSequenceOrContent(emitter.id, place, seal.sha256);
    const last = await this.ledger.lastSequence(emitter.id, flow, mode);
    const { identical, faults } = checkSequence(
      { ...place, fileName: fileName ?? '', sha256: seal.sha256 },
      known.flatMap(sequenced),
      last,
    );
    const none = { slot: null, isOnTime: null };
    if (identical) return { ...none, identical: identical.file, faults: [] };
    if (!isReadable) return { ...none, identical: null, faults };
    const convention = await this.conventionFaults(emitter, period);
    const slot = await this.slotOf(emitter, name);
    return { ...slot, identical: null, faults: [...faults, ...convention, ...slot.faults] };
  }

  private async slotOf(
    emitter: Organisation,
    { flow, mode, period, nature, sequence }: FileNameParts,
  ): Promise<Omit<DepositStanding, 'identical'>> {
    const now = this.clock.now();
    if (nature === 'S') return { slot: null, isOnTime: true, faults: [] };
    const month = parseMonth(period);
    if (!month) throw new Error('the name was read: a photo has a month');
    // A test fills no slot: only its calendar counts (exchange.md 7.k).
    const isTest = mode === 'T';
    const slot = isTest ? null : await this.openSlots.ensure(emitter, flow, mode, month);
    const dates = slot ?? this.calendar.datesOf(month, emitter);
    const files = await this.ledger.filesOfPeriod(emitter.id, flow, mode, period);
    const kept = files.filter(isTaken).flatMap(({ place }) => place ?? []);
    // What never came is late, not closed: it is still taken (exchange.md 7.h).
    const closesAt = takenUntil({ state: 'expected', ...dates, period: month });
    const faults = checkSlot({ nature, sequence }, period, { ...dates, closesAt }, kept, now);
    return { slot, isOnTime: now <= dates.dueAt, faults };
  }

  private async conventionFaults(emitter: Organisation, period: string): Promise<DoorFault[]> {
    const links = await this.organisations.conventionsOn(lastDayOf(period), emitter.id);
    return links.length > 0 ? [] : [doorFault('CONVENTION_INACTIVE', { periode: period })];
  }
}

function sequenced(file: ExchangeFile) {
  const { place, fileName, sha256 } = file;
  return place ? [{ ...place, fileName: fileName ?? '', sha256, file }] : [];
}

/** What is held may still be given up, and takes nothing back until it is confirmed. */
function isTaken({ state, place }: ExchangeFile): boolean {
  if (state === 'rejected') return false;
  return state !== 'held' || !(place && isReplacement(place.nature));
}

/** The day on which a convention must be in force: the last one the file speaks of. */
function lastDayOf(period: string): LocalDate {
  const month = parseMonth(period);
  const day = month ? lastDay(month) : parseLocalDate(period);
  if (!day) throw new Error('a period is a month or a day');
  return day;
}

/** True when one of these stops the whole file. */
export function stopsFile(faults: readonly DoorFault[]): boolean {
  return faults.some(({ level }) => isBlocking(level));
}

/** The instant of a receipt, for its number. */
export function yearOf(instant: Instant): number {
  return Number(instant.slice(0, 4));
}
