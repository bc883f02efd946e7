import { Injectable } from '@nestjs/common';
import { Ids, type Actor, type LocalDate } from '../../kernel/index.js';
import { OrganisationDirectory } from '../../organisations/index.js';
import { People } from '../../people/index.js';
import {
  partsOfPerson,
  proposeTransfer,
  ReturnPlaces,
  Returns,
  TransferChanges,
  Transfers,
  type NamedReturn,
} from '../../returns/index.js';
import { Volunteers } from '../../volunteers/index.js';

/** Which mission locale proposes one of its returns, and to which: each side has one to look at. */
const PROPOSED: Readonly<Record<string, string>> = {
  '97600S00': '97411S00',
  '97411S00': '97410S00',
};

/** Proposes the latest return of a few missions locales to another one. In a unit of work of the proposer. */
@Injectable()
export class PlayTransfers {
  constructor(
    private readonly returns: Returns,
    private readonly transfers: Transfers,
    private readonly changes: TransferChanges,
    private readonly places: ReturnPlaces,
    private readonly people: People,
    private readonly volunteers: Volunteers,
    private readonly organisations: OrganisationDirectory,
    private readonly ids: Ids,
  ) {}

  /** What is proposed already is passed over. */
  async execute(volunteerIds: readonly string[], actor: Actor, until: LocalDate): Promise<void> {
    const to = PROPOSED[actor.organisation?.code ?? ''];
    if (to === undefined) return;
    const found = [...(await this.returns.latestOf(volunteerIds)).values()];
    const waiting = found
      .filter(({ state }) => state === 'open' || state === 'acknowledged')
      .toSorted((one, other) => (one.endsOn + one.id < other.endsOn + other.id ? 1 : -1));
    const isDone = (await this.transfers.pendingOf(waiting.map(({ id }) => id))).length > 0;
    const [named] = isDone
      ? []
      : await this.returns.namesOf(waiting.slice(0, 1).map(({ id }) => id));
    if (named) await this.propose(named, to, actor, until);
  }

  private async propose(
    { episode, personId, unitFileNumber }: NamedReturn,
    toCode: string,
    actor: Actor,
    today: LocalDate,
  ): Promise<void> {
    const to = await this.organisations.byCode(toCode);
    const [person] = await this.people.byIds([personId]);
    const [service] = await this.volunteers.byIds([episode.volunteerId]);
    if (!to || !person || !service) throw new Error('planned transfer: nobody to hand over');
    const asked = { missionLocaleId: to.id, unitId: episode.unitId };
    const { book } = (await this.places.of([asked]))(asked);
    const decision = proposeTransfer({
      id: this.ids.uuid(),
      episode,
      personId,
      to: { id: to.id, isOpen: true },
      reason: 'DEMENAGEMENT',
      isPending: false,
      actor,
      today,
      book,
    });
    if (!decision.ok) throw new Error(`planned transfer: ${decision.refusal}`);
    const { after } = decision.change;
    await this.changes.write([decision.change]);
    const handed = { unitFileNumber, exit: service.exit };
    await this.transfers.addParts(after, { ...partsOfPerson(person), service: handed });
  }
}
