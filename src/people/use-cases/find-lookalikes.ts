import { Injectable } from '@nestjs/common';
import { AuditTrail, UnitOfWork, type Actor } from '../../kernel/index.js';
import { PersonMergeInvalid } from '../domain/errors.js';
import { worthReading } from '../domain/attainable-weight.js';
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
      const [near = []] = await this.blocks.around(organisationId, [person]);
      const others = near.filter(({ id }) => id !== personId);
      const { presentOf } = await this.contexts.about([]);
      const population = await this.blocks.population(organisationId);
      const shown = others.slice(0, MOST_CANDIDATES);
      const worth = worthReading(person, shown, population, presentOf);
      const found = await this.people.byIds(worth);
      await this.audit.record({
        actor,
        command: 'person.lookalikes',
        resource: { type: 'young-person', id: personId },
        organisationId,
        effectiveOn: null,
        result: 'read',
        people: [personId, ...found.map(({ id }) => id)],
      });
      return {
        ranked: rankCandidates(person, found, population, presentOf),
        isTooMany: others.length > MOST_CANDIDATES,
      };
    });
  }
}
