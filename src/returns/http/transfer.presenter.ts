import { Injectable } from '@nestjs/common';
import { actingRole, availableCommands, type Actor } from '../../kernel/index.js';
import { OrganisationDirectory } from '../../organisations/index.js';
import { isMinorOn } from '../../people/index.js';
import type { OrganisationName } from '../../referrals/index.js';
import { returnTransferMachine, type TransferCommand } from '../domain/transfer.machine.js';
import { proposerOf, type Transfer } from '../domain/transfer.js';
import { ReturnPlaces, type ReturnPlace } from '../use-cases/return-places.js';
import {
  Transfers,
  type DecidingIdentity,
  type ListedTransfer,
} from '../use-cases/transfer-ports.js';
import { explainDeadline } from './deadline-words.js';
import type { TransferView } from './transfer.view.js';

const OF_THE_DOORS: readonly TransferCommand[] = ['withdraw', 'accept', 'refuse'];

/** Turns proposals into what the API answers; runs inside the unit of work that read them. */
@Injectable()
export class TransferPresenter {
  constructor(
    private readonly transfers: Transfers,
    private readonly organisations: OrganisationDirectory,
    private readonly places: ReturnPlaces,
  ) {}

  /** One view per proposal, in order. */
  async views(items: readonly ListedTransfer[], actor: Actor): Promise<TransferView[]> {
    const all = items.map(({ transfer }) => transfer);
    const identities = await this.transfers.identitiesOf(all.map(({ id }) => id));
    const placeOf = await this.places.of(all.map(asked));
    return Promise.all(
      items.map((item) => {
        const { transfer } = item;
        const identity = identities.get(transfer.id) ?? null;
        return this.view(item, identity, placeOf(asked(transfer)), actor);
      }),
    );
  }

  /** The view of one proposal. */
  async one(item: ListedTransfer, actor: Actor): Promise<TransferView> {
    const [view] = await this.views([item], actor);
    if (!view) throw new Error('one view per proposal');
    return view;
  }

  private async view(
    { transfer, createdAt }: ListedTransfer,
    identity: DecidingIdentity | null,
    { today, book }: ReturnPlace,
    actor: Actor,
  ): Promise<TransferView> {
    const { id, state, reason, refusal, proposedOn, dueOn, cause, endsOn } = transfer;
    const organisationId = actor.organisation?.id ?? null;
    const context = { organisationId, today };
    const possible = availableCommands(returnTransferMachine, transfer, actingRole(actor), context);
    return {
      id,
      state,
      reason,
      refusal,
      proposedOn,
      dueOn,
      explanation: explainDeadline({ rule: 'transfer-answer', from: proposedOn, dueOn }, book),
      cause,
      endsOn,
      unit: await this.nameOf(transfer.unitId),
      from: await this.nameOf(proposerOf(transfer)),
      to: await this.nameOf(transfer.toId),
      youngPerson: identity,
      isMinor: identity ? isMinorOn(identity.birthDate, today) : false,
      returnId: organisationId === transfer.toId ? transfer.successorId : transfer.episodeId,
      createdAt,
      availableCommands: possible.filter((command) => OF_THE_DOORS.includes(command)),
    };
  }

  private async nameOf(id: string): Promise<OrganisationName> {
    const organisation = await this.organisations.byId(id);
    return { code: organisation?.code ?? '', name: organisation?.usualName ?? '' };
  }
}

/** Whose calendar a proposal is counted by: that of whoever is asked. */
function asked({ toId, unitId }: Transfer) {
  return { missionLocaleId: toId, unitId };
}
