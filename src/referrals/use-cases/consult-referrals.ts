import { Injectable } from '@nestjs/common';
import { AuditTrail, UnitOfWork, type Actor } from '../../kernel/index.js';
import type { OpeningReason } from '../domain/code-lists.js';
import { ReferralNotFound } from '../domain/errors.js';
import type { ReferralOutcome } from '../domain/referral.js';
import {
  OutcomeDisclosure,
  ReferralQueries,
  type HistoryEntry,
  type ListPosition,
  type ReferralFilter,
  type ReferralSummary,
} from './ports.js';

/** Reads referrals; each reading of people's files leaves a line in the audit (PRV-14). */
@Injectable()
export class ConsultReferrals {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly queries: ReferralQueries,
    private readonly disclosure: OutcomeDisclosure,
    private readonly audit: AuditTrail,
  ) {}

  /** One page; `present` runs in the same unit of work. */
  async list<T>(
    filter: ReferralFilter,
    limit: number,
    after: ListPosition | null,
    actor: Actor,
    present: (items: ReferralSummary[]) => Promise<T[]>,
  ): Promise<{ items: ReferralSummary[]; views: T[]; total: number }> {
    return this.unitOfWork.read(actor, async () => {
      const { items, total } = await this.queries.page(filter, limit, after);
      await this.trace(actor, 'referral.list', 'list', items, `${items.length}`);
      return { items, views: await present(items), total };
    });
  }

  /** @throws ReferralNotFound for an unknown or foreign id */
  async one<T>(
    id: string,
    reason: OpeningReason | null,
    actor: Actor,
    present: (summary: ReferralSummary, outcome: ReferralOutcome | null) => Promise<T>,
  ): Promise<T> {
    return this.unitOfWork.read(actor, async () => {
      const summary = await this.queries.one(id);
      if (!summary) throw new ReferralNotFound();
      await this.trace(actor, 'referral.read', id, [summary]);
      const outcome = await this.disclosure.disclose(summary, actor, reason);
      return present(summary, outcome);
    });
  }

  /** @throws ReferralNotFound for an unknown or foreign id */
  async history<T>(
    id: string,
    actor: Actor,
    present: (entries: HistoryEntry[]) => Promise<T>,
  ): Promise<T> {
    return this.unitOfWork.read(actor, async () => {
      const summary = await this.queries.one(id);
      if (!summary) throw new ReferralNotFound();
      await this.trace(actor, 'referral.history', id, [summary]);
      return present(await this.queries.history(id));
    });
  }

  private trace(
    actor: Actor,
    command: string,
    id: string,
    items: readonly ReferralSummary[],
    detail?: string,
  ): Promise<void> {
    return this.audit.record({
      actor,
      command,
      resource: { type: 'referral', id },
      organisationId: actor.organisation?.id ?? '',
      effectiveOn: null,
      result: 'read',
      people: items.map(({ referral }) => referral.personId),
      ...(detail === undefined ? {} : { detail }),
    });
  }
}
