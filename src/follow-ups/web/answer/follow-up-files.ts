import { Injectable } from '@nestjs/common';
import { isCodeOf, type LocalDate, type PersonActor } from '../../../kernel/index.js';
import { OrganisationDirectory } from '../../../organisations/index.js';
import { MILESTONES } from '../../domain/code-lists.js';
import { FollowUpNotFound } from '../../domain/errors.js';
import { FollowUpPresenter } from '../../http/follow-up.presenter.js';
import type { FollowUpView } from '../../http/follow-up.view.js';
import { ConsultFollowUps } from '../../use-cases/consult-follow-ups.js';
import { FollowUpQueries, type FollowUpEvent } from '../../use-cases/ports.js';

/** One milestone as its page needs it. */
export interface FollowUpFile {
  readonly view: FollowUpView;
  /** What a form sends back, so that nobody answers what another has just answered. */
  readonly version: number;
  readonly events: readonly FollowUpEvent[];
  readonly today: LocalDate;
  readonly timeZone: string;
}

/** Reads a milestone for its page, as the API reads it. */
@Injectable()
export class FollowUpFiles {
  constructor(
    private readonly consult: ConsultFollowUps,
    private readonly queries: FollowUpQueries,
    private readonly presenter: FollowUpPresenter,
    private readonly organisations: OrganisationDirectory,
  ) {}

  /** @throws FollowUpNotFound for an unknown or foreign id, and for a milestone there is not */
  async one(id: string, milestone: string, actor: PersonActor): Promise<FollowUpFile> {
    if (!isCodeOf(MILESTONES, milestone)) throw new FollowUpNotFound();
    const own = await this.organisations.byId(actor.organisation.id);
    return this.consult.one(id, actor, async (items) => {
      const summary = items.find((item) => item.milestone === milestone);
      const [view] = summary ? await this.presenter.views([summary], actor) : [];
      if (!summary || !view) throw new FollowUpNotFound();
      const { answer, today } = summary;
      return {
        view,
        version: answer?.version ?? 0,
        events: answer ? await this.queries.history(answer.id) : [],
        today,
        timeZone: own?.timeZone ?? 'Europe/Paris',
      };
    });
  }
}
