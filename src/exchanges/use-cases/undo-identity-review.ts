import { Injectable } from '@nestjs/common';
import { AuditTrail, Outbox, UnitOfWork, type Actor } from '../../kernel/index.js';
import { IdentityVerdicts } from '../../people/index.js';
import { reportCode } from '../domain/exchange-file.js';
import {
  IdentityReviewNotFound,
  IdentityReviewOpen,
  ReviewedRowApplied,
} from '../domain/review-errors.js';
import { ExchangeLedger, IdentityReviews, type IdentityReview } from './ports.js';

/**
 * Takes a decision back: the row waits again, what was said is withdrawn, the report is true again.
 * Refused once the row had an effect: that is corrected by a command or a corrected row, which both
 * sides see, never by an eraser.
 */
@Injectable()
export class UndoIdentityReview {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reviews: IdentityReviews,
    private readonly verdicts: IdentityVerdicts,
    private readonly ledger: ExchangeLedger,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
  ) {}

  /**
   * @throws IdentityReviewNotFound for an unknown or foreign id
   * @throws IdentityReviewOpen when there is nothing to undo
   * @throws ReviewedRowApplied when the row changed a file
   */
  execute(id: string, actor: Actor): Promise<IdentityReview> {
    return this.unitOfWork.run(actor, async () => {
      const review = await this.reviews.byId(id);
      if (!review) throw new IdentityReviewNotFound();
      if (review.state === 'open') throw new IdentityReviewOpen();
      const undone = await this.reviews.reopen(id);
      if (undone === 'applied') throw new ReviewedRowApplied();
      if (undone === 'open') throw new IdentityReviewOpen();
      await this.verdicts.withdraw(id, actor.id);
      await this.recode(review);
      await this.trace(review, actor);
      const reopened = await this.reviews.byId(id);
      if (!reopened) throw new IdentityReviewNotFound();
      return reopened;
    });
  }

  private async recode({ fileId }: IdentityReview): Promise<void> {
    const file = await this.ledger.byId(fileId);
    if (!file) return;
    const remarks = [...(await this.ledger.anomalyGroups(fileId)), ...file.faults];
    const hasRemarks = remarks.some(({ level }) => level !== 'INFORMATION');
    await this.ledger.recodeReport(fileId, reportCode(file.counters, hasRemarks));
  }

  private async trace(review: IdentityReview, actor: Actor): Promise<void> {
    await this.audit.record({
      actor,
      command: 'identity-review.undo',
      resource: { type: 'identity-review', id: review.id },
      organisationId: review.organisationId,
      effectiveOn: null,
      result: 'done',
      detail: review.state,
    });
    await this.outbox.publish({
      name: 'exchange-file.settled.v1',
      organisationId: review.organisationId,
      subjectId: review.fileId,
      payload: {},
      correlationId: actor.correlationId,
    });
  }
}
