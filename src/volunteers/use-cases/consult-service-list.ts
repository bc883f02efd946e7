import { Injectable } from '@nestjs/common';
import { AuditTrail, UnitOfWork, type Actor, type LocalDate } from '../../kernel/index.js';
import { viewLimits } from '../domain/service-views.rules.js';
import {
  ServiceList,
  type AwaitedIncorporation,
  type Range,
  type ServiceCounts,
  type ServiceSearch,
  type ServiceView,
  type VolunteerSummary,
} from './ports.js';

/** Rows of a page of the list (interface.md 10). */
export const SERVICE_PAGE_SIZE = 50;

/** What of the list is asked: a view of the services, or the candidates whose service is awaited. */
export interface ServiceListRequest {
  readonly search: ServiceSearch;
  readonly view: ServiceView | 'awaited';
  readonly page: number;
  /** Today where the reader is. */
  readonly today: LocalDate;
}

/** What was found, with the counts of every view. */
export interface ServiceListFound {
  readonly services: readonly VolunteerSummary[];
  readonly awaited: readonly AwaitedIncorporation[];
  readonly counts: ServiceCounts;
  readonly awaitedTotal: number;
}

/** Reads the list of services; each reading leaves a line in the audit (PRV-14). */
@Injectable()
export class ConsultServiceList {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly list: ServiceList,
    private readonly audit: AuditTrail,
  ) {}

  /** One page; `present` runs in the same unit of work. Only a unit awaits incorporations. */
  async execute<T>(
    { search, view, page, today }: ServiceListRequest,
    actor: Actor,
    present: (found: ServiceListFound) => Promise<T>,
  ): Promise<T> {
    const range = { limit: SERVICE_PAGE_SIZE, offset: (page - 1) * SERVICE_PAGE_SIZE };
    return this.unitOfWork.read(actor, async () => {
      const limits = viewLimits(today);
      const counts = await this.list.counts(search, limits);
      const isAwaited = view === 'awaited';
      const services = isAwaited
        ? []
        : await this.list.page(search, { shown: view, limits }, range);
      const { items, total } = await this.awaited(search, actor, isAwaited ? range : NONE);
      await this.audit.record(
        listRead(actor, [...services.map(({ volunteer }) => volunteer), ...items]),
      );
      return present({ services, awaited: items, counts, awaitedTotal: total });
    });
  }

  private awaited(search: ServiceSearch, actor: Actor, range: Range) {
    return actor.organisation?.kind === 'unit'
      ? this.list.awaited(search, range)
      : Promise.resolve({ items: [], total: 0 });
  }
}

const NONE: Range = { limit: 0, offset: 0 };

function listRead(actor: Actor, shown: readonly { readonly personId: string }[]) {
  return {
    actor,
    command: 'volunteer.list',
    resource: { type: 'volunteer', id: 'list' },
    organisationId: actor.organisation?.id ?? '',
    effectiveOn: null,
    result: 'read',
    detail: `${shown.length}`,
    people: shown.map(({ personId }) => personId),
  } as const;
}
