import { Injectable } from '@nestjs/common';
import { AuditTrail, UnitOfWork, type Actor } from '../../kernel/index.js';
import { VolunteerNotFound } from '../domain/errors.js';
import { VolunteerQueries, type VolunteerFilter, type VolunteerSummary } from './ports.js';

/** Reads services; each reading leaves a line in the audit (PRV-14). */
@Injectable()
export class ConsultVolunteers {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly queries: VolunteerQueries,
    private readonly audit: AuditTrail,
  ) {}

  /** One page; `present` runs in the same unit of work. */
  async list<T>(
    filter: VolunteerFilter,
    limit: number,
    after: Parameters<VolunteerQueries['page']>[2],
    actor: Actor,
    present: (items: VolunteerSummary[]) => Promise<T[]>,
  ): Promise<{ views: T[]; total: number }> {
    return this.unitOfWork.read(actor, async () => {
      const { items, total } = await this.queries.page(filter, limit, after);
      await this.trace(actor, 'volunteer.list', 'list', items, `${items.length}`);
      return { views: await present(items), total };
    });
  }

  /**
   * One service.
   * @throws VolunteerNotFound for an unknown or foreign id
   */
  async one<T>(
    id: string,
    actor: Actor,
    present: (summary: VolunteerSummary) => Promise<T>,
  ): Promise<T> {
    return this.unitOfWork.read(actor, async () => {
      const summary = await this.queries.one(id);
      if (!summary) throw new VolunteerNotFound();
      await this.trace(actor, 'volunteer.read', id, [summary]);
      return present(summary);
    });
  }

  private trace(
    actor: Actor,
    command: string,
    id: string,
    items: readonly VolunteerSummary[],
    detail?: string,
  ): Promise<void> {
    return this.audit.record({
      actor,
      command,
      resource: { type: 'volunteer', id },
      organisationId: actor.organisation?.id ?? '',
      effectiveOn: null,
      result: 'read',
      people: items.map(({ volunteer }) => volunteer.personId),
      ...(detail === undefined ? {} : { detail }),
    });
  }
}
