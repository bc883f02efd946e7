import { Injectable } from '@nestjs/common';
import { AuditTrail, Outbox, UnitOfWork, type Actor } from '../../kernel/index.js';
import { IdentityVerdicts } from '../../people/index.js';
import { reportCode, type ExchangeFile } from '../domain/exchange-file.js';
import { IdentityReviewNotFound, IdentityReviewOpen } from '../domain/review-errors.js';
import { ApplyReviewedRow } from './apply-reviewed-row.js';
import { ContactKeeper } from './contact-keeper.js';
import { ExchangeLedger, IdentityReviews, type IdentityReview, type ReopenedRow } from './ports.js';

/**
 * Takes a decision back: the row waits again, what was said is withdrawn, the report is true again. What
 * the row had changed is undone by the command that compensates it, which both sides see, never by an
 * eraser; refused once somebody went on from there (exchange.md 7.f, full undo).
 */
@Injectable()
export class UndoIdentityReview {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reviews: IdentityReviews,
    private readonly verdicts: IdentityVerdicts,
    private readonly ledger: ExchangeLedger,
    private readonly applyReviewedRow: ApplyReviewedRow,
    private readonly contacts: ContactKeeper,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
  ) {}

  /**
   * @throws IdentityReviewNotFound for an unknown or foreign id
   * @throws IdentityReviewOpen when there is nothing to undo
   * @throws ReviewOvertaken when somebody went on with the file since
   */
  execute(id: string, actor: Actor): Promise<IdentityReview> {
    return this.unitOfWork.run(actor, async () => {
      const review = await this.reviews.byId(id);
      if (!review) throw new IdentityReviewNotFound();
      const row = await this.reviews.reopen(id);
      if (!row) throw new IdentityReviewOpen();
      await this.verdicts.withdraw(id, actor.id);
      await this.takeBack(review, row, actor);
      await this.trace(review, actor);
      const reopened = await this.reviews.byId(id);
      if (!reopened) throw new IdentityReviewNotFound();
      return reopened;
    });
  }

  private async takeBack(
    { fileId, line }: IdentityReview,
    row: ReopenedRow,
    actor: Actor,
  ): Promise<void> {
    const file = await this.ledger.byId(fileId);
    if (!file) throw new IdentityReviewNotFound();
    await this.applyReviewedRow.takeBack({ ...row, file, line, actor });
    await this.contacts.giveBack(row.contactBefore);
    await this.recode(file);
  }

  private async recode(file: ExchangeFile): Promise<void> {
    const remarks = [...(await this.ledger.anomalyGroups(file.id)), ...file.faults];
    const hasRemarks = remarks.some(({ level }) => level !== 'INFORMATION');
    await this.ledger.recodeReport(file.id, reportCode(file.counters, hasRemarks));
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
