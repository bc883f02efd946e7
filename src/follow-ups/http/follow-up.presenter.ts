import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/index.js';
import { OrganisationDirectory } from '../../organisations/index.js';
import { People, youngPersonView, type PersonRecord } from '../../people/index.js';
import type { OrganisationName } from '../../referrals/index.js';
import { counts, standingOn, windowOf, type FollowUpState } from '../domain/milestone.rules.js';
import type { FollowUpSummary } from '../use-cases/ports.js';
import type { FollowUpAnswerView, FollowUpView } from './follow-up.view.js';

/** Turns milestones into what the API answers; runs inside the unit of work that read them. */
@Injectable()
export class FollowUpPresenter {
  constructor(
    private readonly people: People,
    private readonly organisations: OrganisationDirectory,
  ) {}

  /** One view per summary, in order. */
  async views(summaries: readonly FollowUpSummary[], actor: Actor): Promise<FollowUpView[]> {
    const ids = [...new Set(summaries.map(({ personId }) => personId))];
    const people = new Map((await this.people.byIds(ids)).map((person) => [person.id, person]));
    return Promise.all(
      summaries.map((summary) => this.view(summary, people.get(summary.personId), actor)),
    );
  }

  /** The same where the young person is named already. */
  unnamed(summaries: readonly FollowUpSummary[], actor: Actor): Promise<FollowUpView[]> {
    return Promise.all(summaries.map((summary) => this.view(summary, undefined, actor)));
  }

  private async view(
    summary: FollowUpSummary,
    person: PersonRecord | undefined,
    actor: Actor,
  ): Promise<FollowUpView> {
    const { exitedOn, milestone, today } = summary;
    const window = windowOf(exitedOn, milestone);
    const state = standingOn(window, summary.answer, today);
    return {
      volunteerId: summary.volunteerId,
      milestone,
      state,
      reference: summary.reference,
      unitFileNumber: summary.unitFileNumber,
      missionLocale: await this.nameOf(summary.missionLocaleId),
      unit: await this.nameOf(summary.unitId),
      youngPerson: person ? youngPersonView(person) : null,
      exitedOn,
      exitSituation: summary.exitSituation,
      ...window,
      answer: answerOf(summary),
      availableCommands: isAskedOf(actor, state) ? ['answer'] : [],
    };
  }

  private async nameOf(id: string): Promise<OrganisationName> {
    const organisation = await this.organisations.byId(id);
    return { code: organisation?.code ?? '', name: organisation?.usualName ?? '' };
  }
}

/** An answer that counts, in codes and days alone: who gave it is the mission locale's own. */
export function answerOf({
  exitedOn,
  milestone,
  answer,
}: FollowUpSummary): FollowUpAnswerView | null {
  if (!answer || !counts(windowOf(exitedOn, milestone), answer)) return null;
  const { situation, situationStartedOn, source, observedOn } = answer;
  return { situation, situationStartedOn, source, observedOn };
}

/** True when this actor may answer or correct a milestone in that state. */
export function isAskedOf({ organisation }: Actor, state: FollowUpState): boolean {
  const isAsked = state === 'open' || state === 'answered';
  return organisation?.kind === 'mission-locale' && isAsked;
}
