import { Injectable } from '@nestjs/common';
import { actingRole, availableCommands, type Actor } from '../../kernel/index.js';
import { OrganisationDirectory } from '../../organisations/index.js';
import { isMinorOn, People, youngPersonView, type PersonRecord } from '../../people/index.js';
import type { OrganisationName } from '../../referrals/index.js';
import { Volunteers, type Volunteer } from '../../volunteers/index.js';
import { isReached } from '../domain/code-lists.js';
import { lengthOn } from '../domain/deadline.rules.js';
import type { ReturnEpisode } from '../domain/return-episode.js';
import { isLate } from '../domain/return-views.rules.js';
import { returnMachine, type ReturnCommand } from '../domain/return.machine.js';
import type { ReturnSummary } from '../use-cases/ports.js';
import { ReturnPlaces, type ReturnPlace } from '../use-cases/return-places.js';
import { explainDeadline, STEP_WORDS } from './deadline-words.js';
import type { ReturnView } from './return.view.js';

/** The commands that the doors of the mission locale have. */
const OF_THE_DOORS: readonly ReturnCommand[] = [
  'acknowledge',
  'record-attempt',
  'answer',
  'reopen',
  'drop',
];

/** Turns returns into what the API answers; runs inside the unit of work that read them. */
@Injectable()
export class ReturnPresenter {
  constructor(
    private readonly people: People,
    private readonly volunteers: Volunteers,
    private readonly organisations: OrganisationDirectory,
    private readonly places: ReturnPlaces,
  ) {}

  /** One view per summary, in order. */
  async views(summaries: readonly ReturnSummary[], actor: Actor): Promise<ReturnView[]> {
    const episodes = summaries.map(({ episode }) => episode);
    const services = await this.volunteers.byIds(episodes.map((one) => one.volunteerId));
    const people = await this.people.byIds(services.map(({ personId }) => personId));
    const serviceOf = new Map(services.map((one) => [one.id, one]));
    const personOf = new Map(people.map((one) => [one.id, one]));
    const placeOf = await this.places.of(episodes);
    return Promise.all(
      summaries.map((summary) => {
        const service = serviceOf.get(summary.episode.volunteerId);
        const person = personOf.get(service?.personId ?? '');
        return this.view(summary, service, person, placeOf(summary.episode), actor);
      }),
    );
  }

  /** The view of one return. */
  async one(summary: ReturnSummary, actor: Actor): Promise<ReturnView> {
    const [view] = await this.views([summary], actor);
    if (!view) throw new Error('one view per summary');
    return view;
  }

  private async view(
    { episode, reference, unitFileNumber, missionLocaleActedAt, createdAt }: ReturnSummary,
    service: Volunteer | undefined,
    person: PersonRecord | undefined,
    place: ReturnPlace,
    actor: Actor,
  ): Promise<ReturnView> {
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
      youngPerson: person ? youngPersonView(person) : null,
      isMinor: person ? isMinorOn(person.identity.birthDate, place.today) : false,
      exit: service?.exit ?? null,
      answer: answer && { ...answer, isReached: isReached(answer.code) },
      attempts,
      next: stepOf(episode, place),
      escalation,
      missionLocaleActedAt,
      createdAt,
      availableCommands: commandsFor(episode, place, actor),
    };
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
  actor: Actor,
): readonly string[] {
  const context = { today, attemptsNeeded: lengthOn(book, 'return-attempts', today) };
  const role = actingRole(actor);
  const possible = availableCommands(returnMachine, episode, role, context);
  return possible.filter((command) => OF_THE_DOORS.includes(command));
}
