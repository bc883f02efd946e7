import { Injectable } from '@nestjs/common';
import {
  ChangedMeanwhile,
  UnitOfWork,
  type Actor,
  type DomainError,
  type FieldIssue,
} from '../../kernel/index.js';
import { OrganisationDirectory, type Organisation } from '../../organisations/index.js';
import { People } from '../../people/index.js';
import { proposalRefusal } from '../domain/decide-transfer.js';
import { ReturnNotFound, TransferInvalid, transferRefusal } from '../domain/errors.js';
import type { TransferReason } from '../domain/transfer-codes.js';
import type { Transfer } from '../domain/transfer.js';
import { MakeProposal } from './make-proposal.js';
import { Returns } from './ports.js';
import { Transfers } from './transfer-ports.js';

/** Who is asked, why, and on which version of the return that was decided. */
export interface ProposalInput {
  readonly missionLocaleCode: string;
  readonly reason: TransferReason;
  readonly expectedVersion?: number;
}

/** Who is in charge of a return proposes it to another mission locale (ADR 0033). */
@Injectable()
export class ProposeTransfer {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly returns: Returns,
    private readonly transfers: Transfers,
    private readonly people: People,
    private readonly organisations: OrganisationDirectory,
    private readonly making: MakeProposal,
  ) {}

  /**
   * @throws ReturnNotFound for an unknown or foreign id
   * @throws ChangedMeanwhile when the return is no longer the version that was read
   * @throws TransferInvalid, TransferCommandRefused, TransferRefused
   */
  execute(returnId: string, input: ProposalInput, actor: Actor): Promise<Transfer> {
    return this.unitOfWork.run(actor, async () => {
      const [named] = await this.returns.namesOf([returnId]);
      const [person] = named ? await this.people.byIds([named.personId]) : [];
      if (!named || !person) throw new ReturnNotFound();
      const { episode } = named;
      if (input.expectedVersion !== undefined && input.expectedVersion !== episode.version) {
        throw new ChangedMeanwhile();
      }
      const isPending = (await this.transfers.pendingOf([returnId])).length > 0;
      const refusal = proposalRefusal(episode, isPending, actor);
      if (refusal) throw transferRefusal(refusal);
      const to = await this.destination(input.missionLocaleCode);
      if (!to) throw unknownDestination();
      const { reason } = input;
      const made = await this.making.execute({ named, person, to, reason, isPending, actor });
      if (!made.ok) throw said(made.refusal);
      return made.transfer;
    });
  }

  private async destination(code: string): Promise<Organisation | null> {
    const found = await this.organisations.byCode(code);
    return found?.kind === 'mission-locale' ? found : null;
  }
}

function unknownDestination(): TransferInvalid {
  return new TransferInvalid([issue('/missionLocale', 'Choisissez une autre mission locale.')]);
}

function said(refusal: string): DomainError {
  if (refusal === 'not-a-destination') return unknownDestination();
  if (refusal !== 'reason') return transferRefusal(refusal);
  return new TransferInvalid([issue('/reason', 'Ce motif ne convient pas à ce retour.')]);
}

function issue(pointer: string, detail: string): FieldIssue {
  return { pointer, code: 'enum-error', detail };
}
