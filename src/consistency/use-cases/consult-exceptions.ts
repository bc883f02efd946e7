import { Injectable } from '@nestjs/common';
import { AuditTrail, UnitOfWork, type Actor, type PersonActor } from '../../kernel/index.js';
import type { ConsistencyException } from '../domain/exception-rules.js';
import { ExceptionSearches } from './exception-search.js';
import { ConsistencyRuns, Exceptions, type ConsistencyRun, type ExceptionSearch } from './ports.js';

/** Rows of a page of the list (interface.md 10). */
export const EXCEPTION_PAGE_SIZE = 50;
const RUNS_SHOWN = 31;

/** What is found on a page of the list. */
export interface ExceptionsFound {
  readonly items: readonly ConsistencyException[];
  readonly total: number;
  readonly search: ExceptionSearch;
}

/** Reads the exceptions that an organisation can repair, and the checks that were made. */
@Injectable()
export class ConsultExceptions {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly exceptions: Exceptions,
    private readonly searches: ExceptionSearches,
    private readonly runs: ConsistencyRuns,
    private readonly audit: AuditTrail,
  ) {}

  /** One page; `present` runs in the same unit of work. The reading leaves a line in the audit. */
  page<T>(
    page: number,
    actor: PersonActor,
    present: (found: ExceptionsFound) => Promise<T>,
  ): Promise<T> {
    const range = { limit: EXCEPTION_PAGE_SIZE, offset: (page - 1) * EXCEPTION_PAGE_SIZE };
    return this.unitOfWork.read(actor, async () => {
      const search = await this.searches.of(actor.organisation);
      const total = sumOf(await this.exceptions.counts(search));
      const items = total === 0 ? [] : await this.exceptions.page(search, range);
      await this.audit.record(listRead(actor, items));
      return present({ items, total, search });
    });
  }

  /** How many an organisation has to repair; nobody is named. */
  count(actor: PersonActor): Promise<number> {
    return this.unitOfWork.read(actor, async () => {
      const search = await this.searches.of(actor.organisation);
      return sumOf(await this.exceptions.counts(search));
    });
  }

  /** The checks of the last month, the latest first. */
  latestRuns(actor: Actor): Promise<ConsistencyRun[]> {
    return this.unitOfWork.read(actor, () => this.runs.latest(RUNS_SHOWN));
  }
}

function sumOf(counts: ReadonlyMap<unknown, number>): number {
  return [...counts.values()].reduce((sum, count) => sum + count, 0);
}

function listRead(actor: PersonActor, items: readonly ConsistencyException[]) {
  return {
    actor,
    command: 'consistency.list',
    resource: { type: 'consistency', id: 'list' },
    organisationId: actor.organisation.id,
    effectiveOn: null,
    result: 'read',
    detail: `${items.length}`,
    people: items.flatMap(({ personId }) => personId ?? []),
  } as const;
}
