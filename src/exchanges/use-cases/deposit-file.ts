import { Injectable } from '@nestjs/common';
import { AuditTrail, Clock, Ids, Outbox, UnitOfWork } from '../../kernel/index.js';
import type { Actor } from '../../kernel/index.js';
import { OrganisationDirectory, type Organisation } from '../../organisations/index.js';
import { isBlocking, type DoorFault } from '../catalogue/index.js';
import { isKeptNowhere, sealFile, type FileSource, type Manifest } from '../deposit/index.js';
import { NO_ROW, type ExchangeFile } from '../domain/exchange-file.js';
import { stateOfStep, type FileStep } from '../domain/exchange-file.machine.js';
import {
  JudgeDeposit,
  stopsFile,
  yearOf,
  type DepositReading,
  type DepositStanding,
  type SealedDeposit,
} from './judge-deposit.js';
import { EmitterHabits } from './emitter-habits.js';
import { ContentStore, ExchangeLedger } from './ports.js';
import { RaiseAlerts } from './raise-alerts.js';

/** What arrives at the door, by API or by spool. */
export interface Deposit {
  readonly fileName: string | null;
  readonly manifestText: string | null;
  /** The exchange a page makes the manifest for; partners send theirs. */
  readonly exchangeId?: string;
  readonly source: FileSource;
  readonly channel: ExchangeFile['channel'];
  /** What its rows may do, where no client says it; those of the client otherwise. */
  readonly scopes?: readonly string[];
}

/**
 * Receives a file: judges it, records it with its receipt, keeps its bytes and asks for its
 * processing, all in one transaction (REL-01). A refused file is recorded too, with its reasons;
 * the same file again gets the same receipt.
 */
@Injectable()
export class DepositFile {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly judge: JudgeDeposit,
    private readonly ledger: ExchangeLedger,
    private readonly contents: ContentStore,
    private readonly habits: EmitterHabits,
    private readonly alerts: RaiseAlerts,
    private readonly organisations: OrganisationDirectory,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  /** @returns the file as recorded: `registered`, or `refused` with its faults */
  async execute(deposit: Deposit, actor: Actor): Promise<ExchangeFile> {
    const emitter = await this.emitterOf(actor);
    const seal = await sealFile(deposit.source);
    const sealed: SealedDeposit = { ...deposit, emitter, seal };
    const reading = await this.judge.read(sealed);
    return this.unitOfWork.run(actor, async () => {
      const standing = await this.standing(sealed, reading);
      if (standing.identical) return standing.identical;
      const file = await this.fileOf(sealed, reading, standing, deposit, actor);
      await this.record(file, deposit.source, actor);
      return file;
    });
  }

  /** The reason to refuse a deposit unread, when its emitter sends too many (exchange.md 6.1 #16). */
  haste(actor: Actor): Promise<DoorFault | null> {
    return this.unitOfWork.run(actor, async () =>
      this.habits.haste((await this.emitterOf(actor)).id),
    );
  }

  /** Records the refusal of something that is not even read (exchange.md 6.1 #8, #15, #16). */
  async refuse(fault: DoorFault, deposit: Deposit, actor: Actor): Promise<ExchangeFile> {
    const emitter = await this.emitterOf(actor);
    const seal = await sealFile(nothing);
    const sealed: SealedDeposit = { ...deposit, emitter, seal };
    const reading = { name: null, manifest: null, measure: null, faults: [fault] };
    return this.unitOfWork.run(actor, async () => {
      const file = await this.fileOf(sealed, reading, NO_STANDING, deposit, actor);
      await this.record(file, nothing, actor);
      return file;
    });
  }

  private async emitterOf({ organisation }: Actor): Promise<Organisation> {
    const emitter = organisation && (await this.organisations.byId(organisation.id));
    if (!emitter) throw new Error('a deposit is made for an organisation');
    return emitter;
  }

  private async standing(
    deposit: SealedDeposit,
    reading: DepositReading,
  ): Promise<DepositStanding> {
    const { name, faults } = reading;
    const isSpoofed = faults.some(({ code }) => code === 'EMETTEUR_USURPE');
    if (!name || isSpoofed) return NO_STANDING;
    const standing = await this.judge.standing(deposit, name, !stopsFile(faults));
    if (standing.identical) return standing;
    const drift = await this.habits.drift(deposit.emitter.id, reading);
    return { ...standing, faults: [...standing.faults, ...drift] };
  }

  private async fileOf(
    { emitter, seal, fileName }: SealedDeposit,
    { name, manifest, measure, faults }: DepositReading,
    standing: DepositStanding,
    { channel, scopes }: Deposit,
    actor: Actor,
  ): Promise<ExchangeFile> {
    const receivedAt = this.clock.now();
    const all = reasonsFirst([...faults, ...standing.faults]);
    const fate = fateOf(all, manifest);
    const kind = fate.state === 'refused' ? 'ARE' : 'AEE';
    const number = await this.ledger.nextReceipt(kind, yearOf(receivedAt));
    return {
      id: this.ids.uuid(),
      organisationId: emitter.id,
      number,
      ...fate,
      place: name,
      slotId: standing.slot?.id ?? null,
      fileName: name ? fileName : null,
      exchangeIdentifier: manifest?.exchangeId ?? null,
      sha256: seal.sha256,
      bytes: seal.bytes,
      encoding: measure?.encoding?.encoding ?? null,
      separator: measure?.separator?.separator ?? null,
      rows: measure?.measured?.rows ?? null,
      isOnTime: standing.isOnTime,
      channel,
      depositorId: actor.id,
      depositorScopes: actor.type === 'machine' ? actor.scopes : (scopes ?? []),
      manifest,
      faults: all,
      report: null,
      counters: NO_ROW,
      receivedAt,
      appliedAt: null,
      correlationId: actor.correlationId,
    };
  }

  private async record(file: ExchangeFile, source: FileSource, actor: Actor): Promise<void> {
    await this.ledger.insert(file);
    if (!isKeptNowhere(file.faults)) await this.contents.write(file, source());
    const isRefused = file.state === 'refused';
    await this.audit.record({
      actor,
      command: 'exchange.deposit',
      resource: { type: 'exchange-file', id: file.id },
      organisationId: file.organisationId,
      effectiveOn: null,
      result: isRefused ? 'refused' : 'done',
      ...(file.faults[0] && isRefused ? { detail: file.faults[0].code } : {}),
    });
    await this.alerts.execute(file, file.faults, actor);
    if (file.state !== 'registered') return;
    await this.outbox.publish({
      name: 'exchange-file.received.v1',
      organisationId: file.organisationId,
      subjectId: file.id,
      payload: {},
      correlationId: file.correlationId,
    });
  }
}

/** What stops a file comes before what is only remarked: a refusal is named after its first fault. */
function reasonsFirst(faults: readonly DoorFault[]): DoorFault[] {
  const stops = faults.filter(({ level }) => isBlocking(level));
  return [...stops, ...faults.filter((fault) => !stops.includes(fault))];
}

/** A remark to confirm holds the file until someone does, unless the manifest already did. */
function fateOf(
  faults: readonly DoorFault[],
  manifest: Manifest | null,
): Pick<ExchangeFile, 'state' | 'step'> {
  if (stopsFile(faults)) return atStep('REJETE_TECHNIQUE');
  const confirmed = manifest?.confirmations.map(({ code }) => code) ?? [];
  const isHeld = faults.some(
    ({ level, code }) => level === 'A_CONFIRMER' && !confirmed.includes(code),
  );
  return atStep(isHeld ? 'A_CONFIRMER' : 'ENREGISTRE');
}

function atStep(step: FileStep): Pick<ExchangeFile, 'state' | 'step'> {
  return { state: stateOfStep(step), step };
}

const NO_STANDING: DepositStanding = { slot: null, identical: null, isOnTime: null, faults: [] };

async function* nothing(): AsyncGenerator<Uint8Array> {}
