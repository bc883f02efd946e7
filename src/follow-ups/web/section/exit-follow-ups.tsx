import { Injectable } from '@nestjs/common';
import { labelOf, type PersonActor } from '../../../kernel/index.js';
import { ServiceSections, type ServiceSection } from '../../../volunteers/index.js';
import { MILESTONES, type Milestone } from '../../domain/code-lists.js';
import { FollowUpPresenter } from '../../http/follow-up.presenter.js';
import type { FollowUpView } from '../../http/follow-up.view.js';
import { ConsultFollowUps } from '../../use-cases/consult-follow-ups.js';
import { answerPath, standingWords } from '../follow-up-words.js';

/** What became of somebody, on the pages of their service and of their return; part of those readings. */
@Injectable()
export class ExitFollowUps extends ServiceSections {
  constructor(
    private readonly consult: ConsultFollowUps,
    private readonly presenter: FollowUpPresenter,
  ) {
    super();
  }

  override async ofService(volunteerId: string, actor: PersonActor): Promise<ServiceSection[]> {
    const found = await this.consult.part(volunteerId, actor);
    if (found.length === 0) return [];
    const views = await this.presenter.unnamed(found, actor);
    return [{ id: 'devenir', title: 'Devenir après la sortie', facts: views.map(factOf) }];
  }
}

function factOf(view: FollowUpView): ServiceSection['facts'][number] {
  const label = labelOf(MILESTONES, view.milestone as Milestone);
  const fact = { label, value: standingWords(view) };
  if (!view.availableCommands.includes('answer')) return fact;
  const word = view.state === 'open' ? 'Renseigner' : 'Corriger';
  return {
    ...fact,
    action: (
      <a href={answerPath(view)}>
        {word}
        <span class="app-sr">{` : ${label}`}</span>
      </a>
    ),
  };
}
