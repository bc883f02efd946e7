import { Injectable } from '@nestjs/common';
import { Clock, lastDay, localDateIn, parseLocalDate, parseMonth } from '../../kernel/index.js';
import type { Instant, LocalDate } from '../../kernel/index.js';
import { OrganisationDirectory, type Organisation } from '../../organisations/index.js';
import { doorFault, isBlocking, type DoorFault } from '../catalogue/index.js';
import {
  checkEnvelope,
  checkSequence,
  checkSlot,
  manifestNameOf,
  measureFile,
  parseFileName,
  parseManifest,
  type FileMeasure,
  type FileNameParts,
  type FileSeal,
  type FileSource,
  type Manifest,
} from '../deposit/index.js';
import type { ExchangeFile } from '../domain/exchange-file.js';
import { FLOWS } from '../flows/index.js';
import { OpenSlots } from './open-slots.js';
import { ExchangeLedger, type Slot } from './ports.js';

/** A deposit at the door: the bytes sealed, nothing believed yet. */
export interface SealedDeposit {
  readonly emitter: Organisation;
  readonly fileName: string | null;
  readonly manifestText: string | null;
  readonly source: FileSource;
  readonly seal: FileSeal;
}

/** What name, manifest and bytes say by themselves. */
export interface DepositReading {
  readonly name: FileNameParts | null;
  readonly manifest: Manifest | null;
  readonly measure: FileMeasure | null;
  readonly faults: readonly DoorFault[];
}

/** What the ledger adds: whether the file may come now, under this number. */
export interface DepositStanding {
  readonly slot: Slot | null;
  readonly identical: ExchangeFile | null;
  readonly isOnTime: boolean | null;
  readonly faults: readonly DoorFault[];
}

/** Natures whose effects exist; the others are refused with what to send instead. */
const NATURES_TAKEN = ['I', 'C', 'N', 'S'];

/** Judges a deposit before anything of it is applied (exchange.md 6.1-6.4). */
@Injectable()
export class JudgeDeposit {
  constructor(
    private readonly ledger: ExchangeLedger,
    private readonly openSlots: OpenSlots,
    private readonly organisations: OrganisationDirectory,
    private readonly clock: Clock,
  ) {}

  /** Reads name, manifest and bytes; long for a long file, so outside any transaction. */
  async read(deposit: SealedDeposit): Promise<DepositReading> {
    const { fileName, manifestText, emitter } = deposit;
    if (fileName === null) return refused([doorFault('DONNEES_ABSENTES', {})]);
    const flows = FLOWS.filter(({ from }) => from === emitter.kind);
    const named = parseFileName(
      fileName,
      flows.map(({ code }) => code),
    );
    if (!named.ok) return refused([named.fault]);
    if (manifestText === null) {
      const manifeste = manifestNameOf(fileName);
      return refused([doorFault('MANIFESTE_ABSENT', { manifeste })], named.parts);
    }
    const parsed = parseManifest(manifestText);
    if (!parsed.ok) return refused(parsed.faults, named.parts);
    return this.measure(deposit, fileName, named.parts, parsed.manifest);
  }

  private async measure(
    { source, seal, emitter }: SealedDeposit,
    fileName: string,
    name: FileNameParts,
    manifest: Manifest,
  ): Promise<DepositReading> {
    const flow = FLOWS.find(({ code }) => code === name.flow);
    if (!flow) throw new Error('the name was read against the known flows');
    const measure = await measureFile(source, seal, fileName, flow, FLOWS);
    if (!measure.measured) return { name, manifest, measure, faults: measure.faults };
    const now = this.clock.now();
    const envelope = checkEnvelope({
      fileName,
      name,
      manifest,
      measured: measure.measured,
      depositorCode: emitter.code,
      now,
      today: localDateIn(now, emitter.timeZone),
      schemas: [{ version: flow.version, validFrom: SCHEMAS_FROM, validTo: null }],
    });
    return { name, manifest, measure, faults: [...measure.faults, ...envelope, ...notYet(name)] };
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
    { flow, mode, period, nature }: FileNameParts,
  ): Promise<Omit<DepositStanding, 'identical'>> {
    const now = this.clock.now();
    if (nature === 'S') return { slot: null, isOnTime: true, faults: [] };
    const month = parseMonth(period);
    if (!month) throw new Error('the name was read: a photo has a month');
    const slot = await this.openSlots.ensure(emitter, flow, mode, month);
    const files = await this.ledger.filesOfPeriod(emitter.id, flow, mode, period);
    const natures = files.flatMap(({ place }) => (place ? [place.nature] : []));
    const faults = checkSlot(nature, period, slot, natures, now);
    return { slot, isOnTime: now <= slot.dueAt, faults };
  }

  private async conventionFaults(emitter: Organisation, period: string): Promise<DoorFault[]> {
    const links = await this.organisations.conventionsOn(lastDayOf(period), emitter.id);
    return links.length > 0 ? [] : [doorFault('CONVENTION_INACTIVE', { periode: period })];
  }
}

const SCHEMAS_FROM = '2024-01-01' as LocalDate;

function refused(faults: readonly DoorFault[], name: FileNameParts | null = null): DepositReading {
  return { name, manifest: null, measure: null, faults };
}

function notYet({ nature, mode }: FileNameParts): DoorFault[] {
  if (mode === 'T') return [doorFault('FORMAT_NON_PRIS_EN_CHARGE:MODE', {})];
  if (NATURES_TAKEN.includes(nature)) return [];
  return [doorFault('FORMAT_NON_PRIS_EN_CHARGE:NATURE', { nature })];
}

function sequenced(file: ExchangeFile) {
  const { place, fileName, sha256 } = file;
  return place ? [{ ...place, fileName: fileName ?? '', sha256, file }] : [];
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
