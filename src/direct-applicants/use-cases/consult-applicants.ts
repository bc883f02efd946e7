import { Injectable } from '@nestjs/common';
import { AuditTrail, UnitOfWork, type Actor, type AuditReading } from '../../kernel/index.js';
import type { DirectState } from '../domain/direct-applicant.js';
import { DirectApplicantNotFound } from '../domain/errors.js';
import {
  DirectApplicants,
  type DirectCounts,
  type DirectFilter,
  type DirectPosition,
  type ListedApplicant,
} from './ports.js';

export const APPLICANTS_PER_PAGE = 50;

/** Reads direct applicants; each reading leaves a line in the audit (PRV-14). */
@Injectable()
export class ConsultApplicants {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly applicants: DirectApplicants,
    private readonly audit: AuditTrail,
  ) {}

  /** One page of the list; `present` runs in the same unit of work. */
  list<T>(
    filter: DirectFilter,
    limit: number,
    after: DirectPosition | null,
    actor: Actor,
    present: (items: readonly ListedApplicant[]) => Promise<T[]>,
  ): Promise<{ views: T[]; total: number }> {
    return this.unitOfWork.read(actor, async () => {
      const { items, total } = await this.applicants.page(filter, limit, after);
      const line = read(actor, items);
      await this.audit.record({
        ...line,
        command: 'direct-applicant.list',
        detail: `${items.length}`,
      });
      return { views: await present(items), total };
    });
  }

  /** One page of those in a state, with how many stand in each. */
  sheet<T>(
    state: DirectState,
    page: number,
    actor: Actor,
    present: (items: readonly ListedApplicant[]) => Promise<T[]>,
  ): Promise<{ views: T[]; counts: DirectCounts }> {
    return this.unitOfWork.read(actor, async () => {
      const offset = (page - 1) * APPLICANTS_PER_PAGE;
      const items = await this.applicants.sheet(state, APPLICANTS_PER_PAGE, offset);
      const detail = `${items.length}`;
      await this.audit.record({ ...read(actor, items), command: 'direct-applicant.list', detail });
      return { views: await present(items), counts: await this.applicants.counts() };
    });
  }

  /** How many stand in each state: counts name nobody. */
  counts(actor: Actor): Promise<DirectCounts> {
    return this.unitOfWork.read(actor, () => this.applicants.counts());
  }

  /** @throws DirectApplicantNotFound for an unknown or foreign id */
  one<T>(id: string, actor: Actor, present: (item: ListedApplicant) => Promise<T>): Promise<T> {
    return this.unitOfWork.read(actor, async () => {
      const item = await this.applicants.byId(id);
      if (!item) throw new DirectApplicantNotFound();
      const resource = { type: 'direct-applicant', id };
      await this.audit.record({
        ...read(actor, [item]),
        resource,
        command: 'direct-applicant.read',
      });
      return present(item);
    });
  }
}

function read(actor: Actor, items: readonly ListedApplicant[]): Omit<AuditReading, 'command'> {
  return {
    actor,
    resource: { type: 'direct-applicant', id: 'list' },
    organisationId: actor.organisation?.id ?? '',
    effectiveOn: null,
    result: 'read',
    // Who agreed is named; of the others there is nothing to read. No file of theirs exists elsewhere.
    people: items.flatMap(({ applicant: { agreement, id } }) => (agreement ? [id] : [])),
  };
}
