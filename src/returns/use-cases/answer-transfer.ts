import { Injectable } from '@nestjs/common';
import {
  ChangedMeanwhile,
  Ids,
  UnitOfWork,
  type Actor,
  type LocalDate,
} from '../../kernel/index.js';
import { OrganisationDirectory } from '../../organisations/index.js';
import { RegisterPeople, type KnownPerson, type PersonDetails } from '../../people/index.js';
import { decideTransfer, type TransferRequest } from '../domain/decide-transfer.js';
import { TransferCommandRefused, TransferNotFound, transferRefusal } from '../domain/errors.js';
import type { TransferRefusal } from '../domain/transfer-codes.js';
import { isSeenBy, type Transfer } from '../domain/transfer.js';
import { HandOverReturns } from './hand-over-returns.js';
import { ReturnPlaces } from './return-places.js';
import { TransferChanges } from './transfer-changes.js';
import { Transfers } from './transfer-ports.js';

/** What may come with a command on a proposal. */
export interface TransferInput {
  readonly refusal?: TransferRefusal;
  readonly expectedVersion?: number;
}

/** The commands people and programs give on a proposal. */
export type TransferAnswer = 'withdraw' | 'accept' | 'refuse';

/** Who is asked accepts or refuses; who proposed may think better of it. */
@Injectable()
export class AnswerTransfer {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly transfers: Transfers,
    private readonly register: RegisterPeople,
    private readonly organisations: OrganisationDirectory,
    private readonly places: ReturnPlaces,
    private readonly changes: TransferChanges,
    private readonly handOver: HandOverReturns,
    private readonly ids: Ids,
  ) {}

  /**
   * @throws TransferNotFound for an unknown or foreign id
   * @throws ChangedMeanwhile when the proposal is no longer the version that was read
   * @throws TransferCommandRefused, TransferRefused
   */
  async execute(
    id: string,
    command: TransferAnswer,
    input: TransferInput,
    actor: Actor,
  ): Promise<Transfer> {
    const after = await this.unitOfWork.run(actor, () => this.decide(id, command, input, actor));
    if (command !== 'accept') return after;
    const unit = await this.organisations.byId(after.unitId);
    if (unit) await this.handOver.execute(unit, actor.correlationId);
    return this.unitOfWork.run(actor, async () => {
      const found = await this.transfers.byId(id);
      // The return came to an end at the very moment it was accepted.
      if (!found || found.transfer.state === 'withdrawn') {
        throw new TransferCommandRefused('not-active');
      }
      return found.transfer;
    });
  }

  private async decide(
    id: string,
    command: TransferAnswer,
    { refusal, expectedVersion }: TransferInput,
    actor: Actor,
  ): Promise<Transfer> {
    const found = await this.transfers.byId(id);
    if (!found || !isSeenBy(found.transfer, actor.organisation?.id)) throw new TransferNotFound();
    const { transfer } = found;
    if (expectedVersion !== undefined && expectedVersion !== transfer.version) {
      throw new ChangedMeanwhile();
    }
    const asked = { missionLocaleId: transfer.toId, unitId: transfer.unitId };
    const { today } = (await this.places.of([asked]))(asked);
    const request: TransferRequest = { transfer, command, actor, today };
    const decision = decideTransfer(refusal ? { ...request, refusal } : request);
    if (!decision.ok) throw transferRefusal(decision.refusal);
    await this.changes.write([decision.change]);
    if (command === 'accept') await this.keep(transfer, today);
    return decision.change.after;
  }

  /** Once accepted, and not before, who the young person is may be read in full, and is kept here. */
  private async keep({ id, toId }: Transfer, saidOn: LocalDate): Promise<void> {
    const details = await this.transfers.personOf(id);
    if (!details) throw new Error('a proposal that was accepted hands somebody over');
    const found = await this.fileOf(toId, details);
    await this.register.save(toId, [{ found, details, saidOn }]);
    await this.transfers.nameAccepted(id, found.personId);
  }

  /** Somebody who may be known already, without being surely so, has a file of their own: nobody is guessed. */
  private async fileOf(missionLocaleId: string, details: PersonDetails): Promise<KnownPerson> {
    const [found] = await this.register.find(missionLocaleId, [details]);
    if (found?.kind === 'registered') return found;
    return { kind: 'registered', personId: this.ids.uuid(), gaps: [], record: null };
  }
}
