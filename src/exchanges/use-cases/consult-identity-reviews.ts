import { Injectable } from '@nestjs/common';
import { AuditTrail, UnitOfWork } from '../../kernel/index.js';
import type { Actor, Instant } from '../../kernel/index.js';
import { IdentityReviewNotFound } from '../domain/review-errors.js';
import { flowNamed } from '../flows/index.js';
import { ExchangeLedger, IdentityReviews, type IdentityReview } from './ports.js';
import { ReviewCandidates, type ReviewCandidate } from './review-candidates.js';
import {
  compareWith,
  sentIdentity,
  type Comparison,
  type SentIdentity,
} from './review-evidence.js';
import { StoredContent } from './stored-content.js';

/** Everything a human looks at to decide. */
export interface ReviewFile {
  readonly review: IdentityReview;
  readonly fileName: string | null;
  /** Null when the content is no longer kept. */
  readonly sent: SentIdentity | null;
  readonly candidates: readonly (ReviewCandidate & { readonly comparison: Comparison | null })[];
}

/** Opens the queue of identity reviews; each opening of one is in the journal (PRV-14). */
@Injectable()
export class ConsultIdentityReviews {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reviews: IdentityReviews,
    private readonly ledger: ExchangeLedger,
    private readonly candidates: ReviewCandidates,
    private readonly content: StoredContent,
    private readonly audit: AuditTrail,
  ) {}

  /** One page, the latest first; it names nobody. */
  list(
    state: IdentityReview['state'] | null,
    limit: number,
    after: { openedAt: Instant; id: string } | null,
    actor: Actor,
  ): Promise<{ items: IdentityReview[]; total: number }> {
    return this.unitOfWork.run(actor, () => this.reviews.page(state, limit, after));
  }

  /** @throws IdentityReviewNotFound for an unknown or foreign id */
  one(id: string, actor: Actor): Promise<ReviewFile> {
    return this.unitOfWork.run(actor, async () => {
      const review = await this.reviews.byId(id);
      if (!review) throw new IdentityReviewNotFound();
      const file = await this.fileOf(review, actor);
      await this.audit.record({
        actor,
        command: 'identity-review.read',
        resource: { type: 'identity-review', id },
        organisationId: review.organisationId,
        effectiveOn: null,
        result: 'read',
        people: file.candidates.flatMap(({ person }) => person?.id ?? []),
      });
      return file;
    });
  }

  private async fileOf(review: IdentityReview, actor: Actor): Promise<ReviewFile> {
    const file = await this.ledger.byId(review.fileId);
    const flow = flowNamed(review.flow);
    const record = file && (await this.content.record(file, review.line, actor));
    const sent = flow && record ? sentIdentity(flow, record.header, record.cells) : null;
    const candidates = await this.candidates.of(review.candidateIds);
    return {
      review,
      fileName: file?.fileName ?? null,
      sent,
      candidates: candidates.map((candidate) => ({
        ...candidate,
        comparison: sent && candidate.person ? compareWith(sent, candidate.person) : null,
      })),
    };
  }
}
