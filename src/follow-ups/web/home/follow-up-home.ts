import { Injectable } from '@nestjs/common';
import type { PersonActor } from '../../../kernel/index.js';
import { ConsultFollowUps } from '../../use-cases/consult-follow-ups.js';

/** How many milestones are asked for now, by the condition of the list itself. Nobody is named. */
@Injectable()
export class FollowUpHome {
  constructor(private readonly consult: ConsultFollowUps) {}

  toAnswer(actor: PersonActor): Promise<number> {
    return this.consult.open(actor);
  }
}
