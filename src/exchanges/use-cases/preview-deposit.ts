import { Injectable } from '@nestjs/common';
import { Clock, Ids, localDateIn, UnitOfWork } from '../../kernel/index.js';
import type { Actor } from '../../kernel/index.js';
import { OrganisationDirectory, type Organisation } from '../../organisations/index.js';
import type { DoorFault } from '../catalogue/index.js';
import {
  fileNameOf,
  parsePeriod,
  sealFile,
  type FileNameParts,
  type FileSource,
} from '../deposit/index.js';
import type { DepositChoice } from '../domain/pending-deposit.js';
import type { RowAnomaly } from '../flow/index.js';
import { flowNamed } from '../flows/index.js';
import type { AnomalyGroup } from '../report/index.js';
import { CheckContexts } from './check-contexts.js';
import { EmitterHabits } from './emitter-habits.js';
import {
  JudgeDeposit,
  stopsFile,
  type DepositReading,
  type SealedDeposit,
} from './judge-deposit.js';
import { ExchangeLedger, Rehearsal } from './ports.js';
import { previewRows, type PreviewedRows } from './preview-rows.js';

/** What a file is and what would become of it, before anything of it counts. */
export interface DepositPreview {
  readonly choice: DepositChoice;
  /** Under which name it would be deposited now. */
  readonly fileName: string;
  readonly emitter: string;
  readonly period: string;
  readonly bytes: number;
  readonly rows: number | null;
  readonly encoding: string | null;
  readonly separator: string | null;
  readonly isOnTime: boolean | null;
  /** True when the door would refuse the whole file. */
  readonly isRefused: boolean;
  readonly faults: readonly DoorFault[];
  readonly rejected: number;
  readonly groups: readonly AnomalyGroup[];
  readonly first: readonly RowAnomaly[];
}

/** Looks at a file as the door and the first reading of its rows do, and leaves no trace. */
@Injectable()
export class PreviewDeposit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly judge: JudgeDeposit,
    private readonly habits: EmitterHabits,
    private readonly contexts: CheckContexts,
    private readonly ledger: ExchangeLedger,
    private readonly rehearsal: Rehearsal,
    private readonly organisations: OrganisationDirectory,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  async execute(source: FileSource, choice: DepositChoice, actor: Actor): Promise<DepositPreview> {
    const emitter = await this.emitterOf(actor);
    const name = await this.nameOf(choice, emitter, actor);
    const fileName = fileNameOf(name);
    const seal = await sealFile(source);
    const exchangeId = this.ids.uuid();
    const sealed = { emitter, fileName, manifestText: null, exchangeId, source, seal };
    const reading = await this.judge.read(sealed);
    const standing = await this.standing(sealed, name, actor);
    const drift = await this.unitOfWork.run(actor, () => this.habits.drift(emitter.id, reading));
    const rows = await this.rowsOf(sealed, reading, name, actor);
    const faults = [...reading.faults, ...standing.faults, ...drift, ...(rows?.gates ?? [])];
    return {
      choice,
      fileName,
      emitter: emitter.code,
      period: name.period,
      bytes: seal.bytes,
      rows: reading.measure?.measured?.rows ?? null,
      encoding: reading.measure?.encoding?.encoding ?? null,
      separator: reading.measure?.separator?.separator ?? null,
      isOnTime: standing.isOnTime,
      isRefused: stopsFile(faults),
      faults,
      rejected: rows?.rejected ?? 0,
      groups: rows?.groups ?? [],
      first: rows?.first ?? [],
    };
  }

  /** The name a file gets that a person deposits: its number is the next one. */
  async nameOf(choice: DepositChoice, emitter: Organisation, actor: Actor): Promise<FileNameParts> {
    const { flow, mode, nature } = choice;
    const last = await this.unitOfWork.run(actor, () =>
      this.ledger.lastSequence(emitter.id, flow, mode),
    );
    const today = localDateIn(this.clock.now(), emitter.timeZone);
    const period = nature === 'S' ? today : parsePeriod(choice.period, nature);
    const schemaMajor = Number(flowNamed(flow)?.version.split('.')[0]);
    if (!period || !schemaMajor) throw new Error('the form was checked');
    const place = { flow, mode, emitter: emitter.code, period, nature };
    return { ...place, sequence: last + 1, schemaMajor, extension: 'csv' };
  }

  async emitterOf({ organisation }: Actor): Promise<Organisation> {
    const emitter = organisation && (await this.organisations.byId(organisation.id));
    if (!emitter) throw new Error('a deposit is made for an organisation');
    return emitter;
  }

  /** What is asked may open a slot: it is undone. */
  private standing(deposit: SealedDeposit, name: FileNameParts, actor: Actor) {
    return this.unitOfWork.run(actor, () =>
      this.rehearsal.run(() => this.judge.standing(deposit, name, true)),
    );
  }

  private async rowsOf(
    { source, emitter }: SealedDeposit,
    { measure, faults }: DepositReading,
    { nature, period, flow: code }: FileNameParts,
    actor: Actor,
  ): Promise<PreviewedRows | null> {
    const flow = flowNamed(code);
    if (!flow || !measure?.measured || stopsFile(faults)) return null;
    const facts = { nature: nature === 'N' || nature === 'A' ? 'I' : nature, period } as const;
    const context = await this.unitOfWork.run(actor, () =>
      this.contexts.of(emitter, { ...facts, isSlotOpen: true }),
    );
    return previewRows(source, measure.measured, flow, context);
  }
}
