import { Injectable } from '@nestjs/common';
import type { PersonActor } from '../../../kernel/index.js';
import { ConsultApplicants } from '../../use-cases/consult-applicants.js';
import { hrefOf } from '../list/applicant-search.js';

/** What direct applicants wait for: a mission locale to be chosen, or an answer. */
export interface DirectTask {
  readonly kind: 'to-assign' | 'to-answer';
  readonly href: string;
  readonly count: number;
}

/** How many invitations wait for the reader. Nobody is named. */
@Injectable()
export class DirectHome {
  constructor(private readonly consult: ConsultApplicants) {}

  async of(actor: PersonActor): Promise<DirectTask[]> {
    const counts = await this.consult.counts(actor);
    return actor.organisation.kind === 'unit'
      ? [{ kind: 'to-assign', href: hrefOf('a-affecter'), count: counts['to-assign'] ?? 0 }]
      : [{ kind: 'to-answer', href: hrefOf('annonces'), count: counts.announced ?? 0 }];
  }
}
