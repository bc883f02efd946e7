import { Injectable } from '@nestjs/common';
import { actingRole, availableCommands, type Actor } from '../../kernel/index.js';
import { OrganisationDirectory } from '../../organisations/index.js';
import { isMinorOn, People, youngPersonView, type PersonRecord } from '../../people/index.js';
import type { OrganisationName } from '../../referrals/index.js';
import { Volunteers, type Exit } from '../../volunteers/index.js';
import { proposalRefusal } from '../domain/decide-transfer.js';
import { isPending, proposerOf, type Transfer } from '../domain/transfer.js';
import { isReached } from '../domain/code-lists.js';
import { lengthOn } from '../domain/deadline.rules.js';
import type { ReturnEpisode } from '../domain/return-episode.js';
import { isLate } from '../domain/return-views.rules.js';
import { returnMachine, type ReturnCommand } from '../domain/return.machine.js';
import { Returns, type ReturnSummary } from '../use-cases/ports.js';
import { Transfers, type HandedService } from '../use-cases/transfer-ports.js';
import { ReturnPlaces, type ReturnPlace } from '../use-cases/return-places.js';
import { explainDeadline, STEP_WORDS } from './deadline-words.js';
import type { ReturnTransferView, ReturnView } from './return.view.js';

/** The commands that the doors of the mission locale have. */
const OF_THE_DOORS: readonly ReturnCommand[] = [
  'acknowledge',
  'record-attempt',
  'answer',
  'reopen',
  'drop',
];

interface KnownTransfers {
  readonly latest: ReadonlyMap<string, Transfer>;
  readonly from: ReadonlyMap<string, Transfer>;
  readonly handed: ReadonlyMap<string, HandedService>;
}

/** What is read once for all the returns of an answer. */
interface KnownOfReturns {
  readonly exits: ReadonlyMap<string, Exit | null>;
  readonly people: ReadonlyMap<string, PersonRecord>;
  readonly transfers: KnownTransfers;
  /** Closed ones that are not taken up again: the young person came back once more. */
  readonly overtaken: ReadonlySet<string>;
  readonly placeOf: (episode: ReturnEpisode) => ReturnPlace;
}

/** Turns returns into what the API answers; runs inside the unit of work that read them. */
@Injectable()
export class ReturnPresenter {
  constructor(
    private readonly people: People,
    private readonly returns: Returns,
    private readonly volunteers: Volunteers,
    private readonly transfers: Transfers,
    private readonly organisations: OrganisationDirectory,
    private readonly places: ReturnPlaces,
  ) {}

  /** One view per summary, in order. */
  async views(summaries: readonly ReturnSummary[], actor: Actor): Promise<ReturnView[]> {
    const episodes = summaries.map(({ episode }) => episode);
    const services = await this.volunteers.byIds(episodes.map((one) => one.volunteerId));
    const people = await this.people.byIds(summaries.map(({ personId }) => personId));
    const known = {
      exits: new Map(services.map(({ id, exit }) => [id, exit])),
      people: new Map(people.map((one) => [one.id, one])),
      transfers: await this.transfersOf(episodes),
      overtaken: await this.overtakenOf(episodes, actor),
      placeOf: await this.places.of(episodes),
    };
    return Promise.all(summaries.map((summary) => this.view(summary, known, actor)));
  }

  /** The view of one return. */
  async one(summary: ReturnSummary, actor: Actor): Promise<ReturnView> {
    const [view] = await this.views([summary], actor);
    if (!view) throw new Error('one view per summary');
    return view;
  }

  private async overtakenOf(
    episodes: readonly ReturnEpisode[],
    { organisation }: Actor,
  ): Promise<ReadonlySet<string>> {
    if (organisation?.kind !== 'mission-locale') return new Set();
    const closed = episodes.filter(({ state }) => state === 'closed');
    return this.returns.goingOnElsewhere(closed.map(({ id }) => id));
  }

  /** A return that came from elsewhere has what was handed over in place of the service it comes from. */
  private async transfersOf(episodes: readonly ReturnEpisode[]): Promise<KnownTransfers> {
    const ids = episodes.map(({ id }) => id);
    const latest = await this.transfers.latestOf(ids);
    const followed = episodes.filter(({ predecessorId }) => predecessorId !== null);
    const from = await this.transfers.followedBy(followed.map(({ id }) => id));
    const handed = await this.transfers.servicesOf([...from.values()].map(({ id }) => id));
    return { latest, from, handed };
  }

  private async view(
    summary: ReturnSummary,
    { exits, people, transfers, overtaken, placeOf }: KnownOfReturns,
    actor: Actor,
  ): Promise<ReturnView> {
    const { episode, reference, unitFileNumber, missionLocaleActedAt, createdAt } = summary;
    const place = placeOf(episode);
    const person = people.get(summary.personId);
    const latest = transfers.latest.get(episode.id);
    const from = transfers.from.get(episode.id);
    const handed = from && transfers.handed.get(from.id);
    const { id, volunteerId, state, stateOn, cause, endsOn, answer, attempts, escalation } =
      episode;
    return {
      id,
      volunteerId,
      reference,
      unitFileNumber,
      state,
      stateOn,
      cause,
      endsOn,
      missionLocale: episode.missionLocaleId ? await this.nameOf(episode.missionLocaleId) : null,
      unit: await this.nameOf(episode.unitId),
      transfer: latest ? await this.transferView(latest) : null,
      receivedThrough: from ? await this.transferView(from) : null,
      youngPerson: person ? youngPersonView(person) : null,
      isMinor: person ? isMinorOn(person.identity.birthDate, place.today) : false,
      exit: exits.get(volunteerId) ?? handed?.exit ?? null,
      answer: answer && { ...answer, isReached: isReached(answer.code) },
      attempts,
      next: stepOf(episode, place),
      escalation,
      missionLocaleActedAt,
      createdAt,
      availableCommands: commandsFor(episode, place, latest, actor).filter(
        (command) => command !== 'reopen' || !overtaken.has(id),
      ),
    };
  }

  private async transferView(transfer: Transfer): Promise<ReturnTransferView> {
    const { id, state, toId, reason, refusal, proposedOn, dueOn } = transfer;
    const [from, to] = [await this.nameOf(proposerOf(transfer)), await this.nameOf(toId)];
    return { id, state, from, to, reason, refusal, proposedOn, dueOn };
  }

  private async nameOf(id: string): Promise<OrganisationName> {
    const organisation = await this.organisations.byId(id);
    return { code: organisation?.code ?? '', name: organisation?.usualName ?? '' };
  }
}

function stepOf(episode: ReturnEpisode, { today, book }: ReturnPlace): ReturnView['next'] {
  const { deadline } = episode;
  if (!deadline) return null;
  return {
    rule: deadline.rule,
    label: STEP_WORDS[deadline.rule],
    dueOn: deadline.dueOn,
    isLate: isLate(episode, today),
    explanation: explainDeadline(deadline, book),
  };
}

function commandsFor(
  episode: ReturnEpisode,
  { today, book }: ReturnPlace,
  latest: Transfer | undefined,
  actor: Actor,
): readonly string[] {
  const context = { today, attemptsNeeded: lengthOn(book, 'return-attempts', today) };
  const role = actingRole(actor);
  const possible = availableCommands(returnMachine, episode, role, context);
  const isProposable = !proposalRefusal(episode, latest ? isPending(latest) : false, actor);
  return [
    ...possible.filter((command) => OF_THE_DOORS.includes(command)),
    ...(isProposable ? ['propose-transfer'] : []),
  ];
}
