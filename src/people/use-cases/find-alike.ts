import { Injectable } from '@nestjs/common';
import { worthReading } from '../domain/attainable-weight.js';
import type { PersonDetails, PersonRecord } from '../domain/person-record.js';
import { MOST_CANDIDATES, traitKeys } from '../domain/resolve-person.js';
import { rankCandidates } from '../domain/weigh-pair.js';
import { PersonBlocks } from './merge-ports.js';
import { IdentityContexts, People } from './ports.js';

/** As many as somebody compares by eye. */
const MOST_SHOWN = 10;

/**
 * The own files that may be about somebody just described, to be looked at before a second file is
 * made: the same number, the same surname and day of birth, then those that weigh enough. Shown to a
 * human, never linked. Inside a unit of work.
 */
@Injectable()
export class FindAlike {
  constructor(
    private readonly people: People,
    private readonly blocks: PersonBlocks,
    private readonly contexts: IdentityContexts,
  ) {}

  async execute(organisationId: string, described: PersonDetails): Promise<PersonRecord[]> {
    const { imiloId, identity } = described;
    const search = { birthDate: identity.birthDate, nameKey: traitKeys(identity).nameKey };
    const found = [
      ...(await this.people.byImiloIds(organisationId, imiloId === null ? [] : [imiloId])),
      ...(await this.people.byTraits(organisationId, [search])),
      ...(await this.lookalikes(organisationId, described)),
    ];
    return [...new Map(found.map((person) => [person.id, person])).values()].slice(0, MOST_SHOWN);
  }

  private async lookalikes(
    organisationId: string,
    described: PersonDetails,
  ): Promise<PersonRecord[]> {
    const [near = []] = await this.blocks.around(organisationId, [described]);
    const { presentOf } = await this.contexts.about([]);
    const population = await this.blocks.population(organisationId);
    const shown = near.slice(0, MOST_CANDIDATES);
    const worth = worthReading(described, shown, population, presentOf);
    const people = await this.people.byIds(worth);
    return rankCandidates(described, people, population, presentOf).map(
      ({ candidate }) => candidate,
    );
  }
}
