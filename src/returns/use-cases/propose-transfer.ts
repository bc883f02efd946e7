import { Injectable } from '@nestjs/common';
import {
  ChangedMeanwhile,
  Clock,
  Ids,
  UnitOfWork,
  localDateIn,
  type Actor,
  type FieldIssue,
} from '../../kernel/index.js';
import { isActiveOn, OrganisationDirectory, type Organisation } from '../../organisations/index.js';
import { People, type PersonDetails } from '../../people/index.js';
import { Volunteers } from '../../volunteers/index.js';
import { proposalRefusal, proposeTransfer } from '../domain/decide-transfer.js';
import { ReturnNotFound, TransferInvalid, TransferRefused } from '../domain/errors.js';
import type { TransferReason } from '../domain/transfer-codes.js';
import type { Transfer } from '../domain/transfer.js';
import { Returns, type NamedReturn } from './ports.js';
import { ReturnPlaces } from './return-places.js';
import { TransferChanges } from './transfer-changes.js';
import { Transfers, type HandedService } from './transfer-ports.js';

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
    private readonly volunteers: Volunteers,
    private readonly organisations: OrganisationDirectory,
    private readonly places: ReturnPlaces,
    private readonly changes: TransferChanges,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws ReturnNotFound for an unknown or foreign id
   * @throws ChangedMeanwhile when the return is no longer the version that was read
   * @throws TransferInvalid, TransferRefused
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
      if (refusal) throw new TransferRefused(refusal);
      const to = await this.destination(input.missionLocaleCode);
      if (!to) throw unknownDestination();
      const asked = { missionLocaleId: to.id, unitId: episode.unitId };
      const decision = proposeTransfer({
        id: this.ids.uuid(),
        episode,
        personId: person.id,
        to: { id: to.id, isOpen: isActiveOn(to, localDateIn(this.clock.now(), to.timeZone)) },
        reason: input.reason,
        isPending,
        actor,
        ...(await this.places.of([asked]))(asked),
      });
      if (!decision.ok) throw said(decision.refusal);
      const { after } = decision.change;
      await this.changes.write([decision.change]);
      const service = await this.serviceOf(named);
      await this.transfers.addParts(after, { ...partsOfPerson(person), service });
      return after;
    });
  }

  private async destination(code: string): Promise<Organisation | null> {
    const found = await this.organisations.byCode(code);
    return found?.kind === 'mission-locale' ? found : null;
  }

  /** Of a return that came from elsewhere, what was handed over is handed on. */
  private async serviceOf({ episode, unitFileNumber }: NamedReturn): Promise<HandedService> {
    const [service] = await this.volunteers.byIds([episode.volunteerId]);
    if (service) return { unitFileNumber, exit: service.exit };
    const from = (await this.transfers.followedBy([episode.id])).get(episode.id);
    const handed = from && (await this.transfers.servicesOf([from.id])).get(from.id);
    return handed ?? { unitFileNumber, exit: null };
  }
}

/** What is shown to whoever is asked, and what follows a yes; the i-milo number is its own mission locale's. */
export function partsOfPerson({ identity, contact }: PersonDetails) {
  const { birthName, usageName, firstNames, birthDate } = identity;
  const { postalCode, communeCode } = contact;
  return {
    identity: { birthName, usageName, firstNames, birthDate, postalCode, communeCode },
    person: { imiloId: null, identity, contact },
  };
}

function unknownDestination(): TransferInvalid {
  return new TransferInvalid([issue('/missionLocale', 'Choisissez une autre mission locale.')]);
}

function said(refusal: string): TransferInvalid | TransferRefused {
  if (refusal === 'not-a-destination') return unknownDestination();
  if (refusal !== 'reason') return new TransferRefused(refusal);
  return new TransferInvalid([issue('/reason', 'Ce motif ne convient pas à ce retour.')]);
}

function issue(pointer: string, detail: string): FieldIssue {
  return { pointer, code: 'enum-error', detail };
}
