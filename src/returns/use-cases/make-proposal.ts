import { Injectable } from '@nestjs/common';
import { Clock, Ids, localDateIn, type Actor } from '../../kernel/index.js';
import { isActiveOn, type Organisation } from '../../organisations/index.js';
import type { PersonDetails, PersonRecord } from '../../people/index.js';
import { Volunteers } from '../../volunteers/index.js';
import { proposeTransfer, type ProposalRefusal } from '../domain/decide-transfer.js';
import type { TransferReason } from '../domain/transfer-codes.js';
import type { Transfer } from '../domain/transfer.js';
import type { NamedReturn } from './ports.js';
import { ReturnPlaces } from './return-places.js';
import { TransferChanges } from './transfer-changes.js';
import { Transfers, type HandedService } from './transfer-ports.js';

/** A return, whom it is about, and who is asked to follow it. */
export interface ProposalToMake {
  readonly named: NamedReturn;
  readonly person: PersonRecord;
  readonly to: Organisation;
  readonly reason: TransferReason;
  /** True when a proposal waits for an answer already. */
  readonly isPending: boolean;
  readonly actor: Actor;
}

export type MadeProposal =
  | { readonly ok: true; readonly transfer: Transfer }
  | { readonly ok: false; readonly refusal: ProposalRefusal };

/** The only way a proposal is made, with what goes with it: by a person, a program or a file. */
@Injectable()
export class MakeProposal {
  constructor(
    private readonly transfers: Transfers,
    private readonly volunteers: Volunteers,
    private readonly places: ReturnPlaces,
    private readonly changes: TransferChanges,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  /** Only inside a unit of work of who is in charge. */
  async execute(proposal: ProposalToMake): Promise<MadeProposal> {
    const { named, person, to, reason, isPending, actor } = proposal;
    const { episode } = named;
    const asked = { missionLocaleId: to.id, unitId: episode.unitId };
    const decision = proposeTransfer({
      id: this.ids.uuid(),
      episode,
      personId: person.id,
      to: { id: to.id, isOpen: isActiveOn(to, localDateIn(this.clock.now(), to.timeZone)) },
      reason,
      isPending,
      actor,
      ...(await this.places.of([asked]))(asked),
    });
    if (!decision.ok) return decision;
    const { after } = decision.change;
    await this.changes.write([decision.change]);
    const service = await this.serviceOf(named);
    await this.transfers.addParts(after, { ...partsOfPerson(person), service });
    return { ok: true, transfer: after };
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
