import { Injectable } from '@nestjs/common';
import type { FileActor } from '../../kernel/index.js';
import {
  OrganisationDirectory,
  scopeOfOrganisation,
  type Organisation,
} from '../../organisations/index.js';
import { isBlocking } from '../catalogue/index.js';
import { replacedBelow } from '../deposit/index.js';
import type { ExchangeFile, ExchangePlace, RowState } from '../domain/exchange-file.js';
import type { CheckContext, Flow, HeaderMapping, RowAnomaly } from '../flow/index.js';
import { flowNamed } from '../flows/index.js';
import { CheckContexts } from './check-contexts.js';
import type { ApplyContext } from './flow-ports.js';
import { ExchangeLedger, SlotBook, type Slot } from './ports.js';

/** A file being processed, and what is known of it so far. */
export interface FileWork {
  readonly file: ExchangeFile;
  readonly place: ExchangePlace;
  readonly flow: Flow;
  readonly emitter: Organisation;
  readonly slot: Slot | null;
  readonly context: CheckContext;
  readonly apply: ApplyContext;
  /** True for a test: every check, and no effect (exchange.md 7.k). */
  readonly isTest: boolean;
  /** True when a later file of the slot replaced or annulled it before it was processed. */
  readonly isReplaced: boolean;
  /** Records of which all that was said is to be told anew once every row is applied. */
  readonly toRetell: Set<string>;
  /** True when a row was taken with something to correct or to confirm. */
  hasRemarks: boolean;
  mapping: HeaderMapping;
  /** How many anomalies are written down. */
  anomalies: number;
  /** The fates written down, in the order they were found. */
  readonly states: RowState[];
}

/** Gets a registered file ready to be processed, inside a unit of work of its emitter. */
@Injectable()
export class FileWorks {
  constructor(
    private readonly slots: SlotBook,
    private readonly contexts: CheckContexts,
    private readonly organisations: OrganisationDirectory,
    private readonly ledger: ExchangeLedger,
  ) {}

  /** @throws Error when flow or emitter are unknown, which the door has ruled out */
  async prepare(file: ExchangeFile, place: ExchangePlace): Promise<FileWork> {
    const flow: Flow | undefined = flowNamed(place.flow);
    const emitter = await this.organisations.byId(file.organisationId);
    if (!flow || !emitter) throw new Error('a registered file has a known flow and emitter');
    const slot = await this.slotOf(file, place);
    // The moment of the deposit counts, not that of the processing (exchange.md 6.1 #18).
    const isSlotOpen = slot ? file.receivedAt < slot.closesAt : true;
    const nature = place.nature === 'N' || place.nature === 'A' ? 'I' : place.nature;
    const context = await this.contexts.of(emitter, { nature, period: place.period, isSlotOpen });
    return {
      file,
      place,
      flow,
      emitter,
      slot,
      context,
      apply: {
        actor: fileActor(file, emitter),
        emitter,
        today: context.on,
        fileId: file.id,
        isReplacing: false,
      },
      isTest: place.mode === 'T',
      isReplaced: await this.isReplaced(file, place),
      toRetell: new Set(),
      hasRemarks: false,
      mapping: { width: 0, indexes: [] },
      anomalies: 0,
      states: [],
    };
  }

  private async isReplaced(file: ExchangeFile, place: ExchangePlace): Promise<boolean> {
    const { flow, mode, period, nature, sequence } = place;
    if (nature === 'S') return false;
    const files = await this.ledger.filesOfPeriod(file.organisationId, flow, mode, period);
    const applied = files.filter(({ state }) => state === 'applied' || state === 'closed');
    return sequence < replacedBelow(applied.flatMap((one) => one.place ?? []));
  }

  /** Writes anomalies down after those already written. */
  async note(work: FileWork, anomalies: readonly RowAnomaly[]): Promise<void> {
    if (anomalies.length === 0) return;
    work.hasRemarks ||= anomalies.some(isRemark);
    await this.ledger.insertAnomalies(work.file, work.anomalies + 1, anomalies);
    work.anomalies += anomalies.length;
  }

  private async slotOf(
    file: ExchangeFile,
    { flow, mode, period }: ExchangePlace,
  ): Promise<Slot | null> {
    return file.slotId ? this.slots.find(file.organisationId, flow, mode, period) : null;
  }
}

function isRemark({ level }: RowAnomaly): boolean {
  return !isBlocking(level) && level !== 'INFORMATION';
}

/** A row acts for the emitter, with what the depositing client may do and nothing more. */
function fileActor(file: ExchangeFile, emitter: Organisation): FileActor {
  return {
    type: 'file',
    id: file.id,
    scopes: file.depositorScopes,
    organisation: scopeOfOrganisation(emitter),
    channel: { kind: 'file', fileId: file.id, line: null },
    correlationId: file.correlationId,
  };
}
