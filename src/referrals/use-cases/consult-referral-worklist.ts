import { Injectable } from '@nestjs/common';
import { AuditTrail, UnitOfWork, type Actor } from '../../kernel/index.js';
import type { WorklistDays, WorklistView } from '../domain/worklist.rules.js';
import {
  ReferralWorklist,
  type ReferralOrder,
  type ReferralSearch,
  type ReferralSummary,
} from './ports.js';

/** What of the worklist is asked. */
export interface ReferralWorklistRequest {
  readonly search: ReferralSearch;
  readonly view: WorklistView;
  readonly order: ReferralOrder;
  readonly days: WorklistDays;
}

/** Rows of a page of the worklist (interface.md 10). */
export const REFERRALS_PER_PAGE = 50;

/** Rows of one export: a list is taken away whole or not at all. */
export const LONGEST_EXPORT = 2_000;

type Present<T> = (items: readonly ReferralSummary[]) => Promise<T>;

/** Reads the worklist of a mission locale; each reading leaves a line in the audit (PRV-14). */
@Injectable()
export class ConsultReferralWorklist {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly worklist: ReferralWorklist,
    private readonly audit: AuditTrail,
  ) {}

  /** One page and the counts of every view; `present` runs in the same unit of work. */
  async page<T>(
    request: ReferralWorklistRequest & { readonly page: number },
    actor: Actor,
    present: Present<T>,
  ): Promise<{ rows: T; counts: Readonly<Record<WorklistView, number>> }> {
    const offset = (request.page - 1) * REFERRALS_PER_PAGE;
    return this.unitOfWork.read(actor, async () => {
      const counts = await this.worklist.counts(request.search, request.days);
      const items = await this.read(request, { limit: REFERRALS_PER_PAGE, offset });
      await this.trace(actor, 'referral.list', items);
      return { rows: await present(items), counts };
    });
  }

  /** Every row of a view, or null when there are too many for one export. */
  async all<T>(
    request: ReferralWorklistRequest,
    actor: Actor,
    present: Present<T>,
  ): Promise<T | null> {
    return this.unitOfWork.read(actor, async () => {
      const items = await this.read(request, { limit: LONGEST_EXPORT + 1, offset: 0 });
      if (items.length > LONGEST_EXPORT) return null;
      await this.trace(actor, 'referral.export', items);
      return present(items);
    });
  }

  private read(
    { search, view, order, days }: ReferralWorklistRequest,
    range: { readonly limit: number; readonly offset: number },
  ): Promise<ReferralSummary[]> {
    return this.worklist.page({ search, view, days }, order, range);
  }

  private trace(actor: Actor, command: string, items: readonly ReferralSummary[]): Promise<void> {
    return this.audit.record({
      actor,
      command,
      resource: { type: 'referral', id: 'list' },
      organisationId: actor.organisation?.id ?? '',
      effectiveOn: null,
      result: 'read',
      detail: `${items.length}`,
      people: items.map(({ referral }) => referral.personId),
    });
  }
}
