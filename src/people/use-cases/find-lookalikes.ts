import { Injectable } from '@nestjs/common';
import { AuditTrail, UnitOfWork, type Actor } from '../../kernel/index.js';
import { PersonMergeInvalid } from '../domain/errors.js';
import type { PersonRecord } from '../domain/person-record.js';
import { MOST_CANDIDATES } from '../domain/resolve-person.js';
import { rankCandidates, type Ranked } from '../domain/weigh-pair.js';
import { PersonBlocks } from './merge-ports.js';
import { IdentityContexts, People } from './ports.js';

/** The own files that look like one of them, the likeliest first. */
export interface Lookalikes {
  readonly ranked: readonly Ranked<PersonRecord>[];
  /** More than a human can compare: the first ones only are shown. */
  readonly isTooMany: boolean;
}

/**
 * Finds the files of the organisation that may be about the same person (exchange.md 7.f, level 5).
 * Shown to a human, never linked: the score ranks, it does not decide.
 */
@Injectable()
export class FindLookalikes {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly people: People,
    private readonly blocks: PersonBlocks,
    private readonly contexts: IdentityContexts,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws PersonMergeInvalid for a file that is not one of the organisation's own */
  execute(personId: string, actor: Actor): Promise<Lookalikes> {
    return this.unitOfWork.run(actor, async () => {
      const organisationId = actor.organisation?.id;
      const [person] = await this.people.byIds([personId]);
      if (!organisationId || person?.organisationId !== organisationId) {
        throw new PersonMergeInvalid();
      }
      const [ids = []] = await this.blocks.around(organisationId, [person]);
      const others = ids.filter((id) => id !== personId);
      const found = await this.people.byIds(others.slice(0, MOST_CANDIDATES));
      const { presentOf } = await this.contexts.about([]);
      const population = await this.blocks.population(organisationId);
      await this.audit.record({
        actor,
        command: 'person.lookalikes',
        resource: { type: 'young-person', id: personId },
        organisationId,
        effectiveOn: null,
        result: 'read',
      });
      const ranked = rankCandidates(person, found, population, presentOf);
      return {
        ranked: ranked.filter(({ band }) => band !== 'unlikely'),
        isTooMany: others.length > MOST_CANDIDATES,
      };
    });
  }
}
