import { Injectable } from '@nestjs/common';
import { Clock, Ids, systemActor, UnitOfWork } from '../../kernel/index.js';
import {
  OrganisationDirectory,
  scopeOfOrganisation,
  type Organisation,
} from '../../organisations/index.js';
import type { ExceptionRule } from '../domain/exception-rules.js';
import { ExceptionSearches } from './exception-search.js';
import { ConsistencyRuns, Exceptions, type ConsistencyRun } from './ports.js';

const TASK = 'check-consistency';

/**
 * Proves over everyone that each young person has one organisation in charge, one next action and one
 * date: each organisation is looked at under its own row-level scope, one after the other, and only
 * figures are kept.
 */
@Injectable()
export class CheckConsistency {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly organisations: OrganisationDirectory,
    private readonly searches: ExceptionSearches,
    private readonly exceptions: Exceptions,
    private readonly runs: ConsistencyRuns,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  /**
   * @param onFailure told of an organisation that could not be looked at; the others are
   * @returns the run as it was kept; null when it was broken off: the next one looks at everyone again
   */
  async execute(
    correlationId: string,
    onFailure: (error: unknown, organisation: Organisation) => void,
    signal?: AbortSignal,
  ): Promise<ConsistencyRun | null> {
    const startedAt = this.clock.now();
    const found = new Map<ExceptionRule, number>();
    const everyone = [
      ...(await this.organisations.all('unit')),
      ...(await this.organisations.all('mission-locale')),
    ];
    let failures = 0;
    for (const organisation of everyone) {
      if (signal?.aborted) return null;
      try {
        const counts = await this.countsOf(organisation, correlationId);
        for (const [rule, count] of counts) found.set(rule, (found.get(rule) ?? 0) + count);
      } catch (error) {
        failures += 1;
        onFailure(error, organisation);
      }
    }
    const run: ConsistencyRun = {
      id: this.ids.uuid(),
      startedAt,
      finishedAt: this.clock.now(),
      organisations: everyone.length,
      failures,
      found: Object.fromEntries(found),
    };
    const actor = systemActor(TASK, null, correlationId);
    await this.unitOfWork.run(actor, () => this.runs.add(run));
    return run;
  }

  private countsOf(
    organisation: Organisation,
    correlationId: string,
  ): Promise<ReadonlyMap<ExceptionRule, number>> {
    const actor = systemActor(TASK, scopeOfOrganisation(organisation), correlationId);
    return this.unitOfWork.read(actor, async () =>
      this.exceptions.counts(await this.searches.of(organisation)),
    );
  }
}
