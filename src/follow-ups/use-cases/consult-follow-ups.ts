import { Injectable } from '@nestjs/common';
import { AuditTrail, Clock, UnitOfWork, type Actor } from '../../kernel/index.js';
import { FollowUpNotFound } from '../domain/errors.js';
import type { FollowUpState } from '../domain/milestone.rules.js';
import type { ResponseRate } from '../domain/response-rate.rules.js';
import {
  FollowUpQueries,
  type FollowUpFilter,
  type FollowUpPosition,
  type FollowUpSummary,
} from './ports.js';
import { fileRead, listRead } from './reading-lines.js';

/** Rows of a page of the worklist (interface.md 10). */
export const FOLLOW_UPS_PER_PAGE = 50;

/** The worklist: one page of a state, the counts of all, and the rates. */
export interface FollowUpWorklist<T> {
  readonly rows: T;
  readonly counts: Readonly<Record<FollowUpState, number>>;
  readonly rates: readonly ResponseRate[];
}

/** Reads what became of those who left; each reading leaves a line in the audit (PRV-14). */
@Injectable()
export class ConsultFollowUps {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly queries: FollowUpQueries,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** One page of the list of the API; `present` runs in the same unit of work. */
  list<T>(
    filter: FollowUpFilter,
    limit: number,
    after: FollowUpPosition | null,
    actor: Actor,
    present: (items: readonly FollowUpSummary[]) => Promise<T[]>,
  ): Promise<{ views: T[]; total: number }> {
    return this.unitOfWork.read(actor, async () => {
      const { items, total } = await this.queries.page(filter, this.clock.now(), limit, after);
      await this.audit.record(listRead(actor, items));
      return { views: await present(items), total };
    });
  }

  /** One page of the worklist. */
  page<T>(
    state: FollowUpState,
    page: number,
    actor: Actor,
    present: (items: readonly FollowUpSummary[]) => Promise<T>,
  ): Promise<FollowUpWorklist<T>> {
    const range = { limit: FOLLOW_UPS_PER_PAGE, offset: (page - 1) * FOLLOW_UPS_PER_PAGE };
    return this.unitOfWork.read(actor, async () => {
      const at = this.clock.now();
      const counts = await this.queries.counts(at);
      const items = await this.queries.inState(state, at, range);
      await this.audit.record(listRead(actor, items));
      return { rows: await present(items), counts, rates: await this.queries.rates(at) };
    });
  }

  /**
   * The milestones of one young person.
   * @throws FollowUpNotFound for an unknown or foreign id, and for somebody who did not leave
   */
  one<T>(
    volunteerId: string,
    actor: Actor,
    present: (items: readonly FollowUpSummary[]) => Promise<T>,
  ): Promise<T> {
    return this.unitOfWork.read(actor, async () => {
      const items = await this.queries.ofService(volunteerId, this.clock.now());
      if (items.length === 0) throw new FollowUpNotFound();
      await this.audit.record(fileRead(actor, items));
      return present(items);
    });
  }

  /** The same as a part of another page, which leaves the line itself; none while nobody left. */
  part(volunteerId: string, actor: Actor): Promise<FollowUpSummary[]> {
    return this.unitOfWork.read(actor, () => this.queries.ofService(volunteerId, this.clock.now()));
  }

  /** How many are asked for now; nobody is named, nothing stands in the journal. */
  open(actor: Actor): Promise<number> {
    return this.unitOfWork.read(actor, async () => {
      const { open } = await this.queries.counts(this.clock.now());
      return open;
    });
  }
}
