import { Injectable } from '@nestjs/common';
import { AuditTrail, UnitOfWork, type Actor } from '../../kernel/index.js';
import { NOTHING_KEPT, type WorklistDays, type WorklistView } from '../domain/worklist.rules.js';
import {
  ReferralWorklist,
  type ReferralOrder,
  type ReferralSearch,
  type ReferralSummary,
} from './ports.js';
import { ToldDays } from './told-days.js';

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
    private readonly toldDays: ToldDays,
    private readonly audit: AuditTrail,
  ) {}

  /** One page and the counts of every view; `present` runs in the same unit of work. */
  async page<T>(
    request: ReferralWorklistRequest & { readonly page: number },
    actor: Actor,
    present: Present<T>,
  ): Promise<{ rows: T; counts: Readonly<Record<WorklistView, number>> }> {
    const offset = (request.page - 1) * REFERRALS_PER_PAGE;
    const kept = await this.toldDays.of(actor, request.days);
    return this.unitOfWork.read(actor, async () => {
      const counts = await this.worklist.counts({ ...request, kept });
      const items = await this.worklist.page({ ...request, kept }, request.order, {
        limit: REFERRALS_PER_PAGE,
        offset,
      });
      await this.trace(actor, 'referral.list', items);
      return { rows: await present(items), counts };
    });
  }

  /**
   * Every row of a view, or null when there are too many for one export. What leaves the service holds
   * nothing that is kept: a view of whom to represent has in a file those whose day everybody reads.
   */
  async all<T>(
    request: ReferralWorklistRequest,
    actor: Actor,
    present: Present<T>,
  ): Promise<T | null> {
    return this.unitOfWork.read(actor, async () => {
      const selection = { ...request, kept: NOTHING_KEPT };
      const range = { limit: LONGEST_EXPORT + 1, offset: 0 };
      const items = await this.worklist.page(selection, request.order, range);
      if (items.length > LONGEST_EXPORT) return null;
      await this.trace(actor, 'referral.export', items);
      return present(items);
    });
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
