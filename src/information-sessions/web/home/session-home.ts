import { Injectable } from '@nestjs/common';
import type { PersonActor } from '../../../kernel/index.js';
import { ConsultSessions } from '../../use-cases/consult-sessions.js';
import { hrefOf } from '../list/session-search.js';

/** What sessions wait for: an answer of the unit, or who came. */
export interface SessionTask {
  readonly kind: 'to-answer' | 'to-tick';
  readonly href: string;
  readonly count: number;
}

/** How many sessions wait for a word of the reader. Nobody is named. */
@Injectable()
export class SessionHome {
  constructor(private readonly consult: ConsultSessions) {}

  async of(actor: PersonActor): Promise<SessionTask[]> {
    const count = await this.consult.waiting(actor);
    return actor.organisation.kind === 'unit'
      ? [{ kind: 'to-answer', href: hrefOf('a-venir'), count }]
      : [{ kind: 'to-tick', href: hrefOf('passees'), count }];
  }
}
