import { Injectable } from '@nestjs/common';
import { AuditTrail, Outbox, UnitOfWork } from '../../kernel/index.js';
import type { Actor } from '../../kernel/index.js';
import { reportCode, type ExchangeFile } from '../domain/exchange-file.js';
import {
  IdentityReviewDecided,
  IdentityReviewNotFound,
  ReviewCandidateUnknown,
  ReviewedRowDoubtful,
} from '../domain/review-errors.js';
import { identityQuestion, rowAnomaly, type RowAnomaly } from '../flow/index.js';
import { flowNamed } from '../flows/index.js';
import { ApplyReviewedRow } from './apply-reviewed-row.js';
import { ContactKeeper } from './contact-keeper.js';
import type { RowFate } from './flow-ports.js';
import { RememberVerdict } from './remember-verdict.js';
import { ExchangeLedger, IdentityReviews, type IdentityReview } from './ports.js';

/** What a reviewer says (exchange.md 7.f). */
export type ReviewDecision = Exclude<IdentityReview['state'], 'open'>;

/** A human says whom a row speaks of; the row takes its last fate, the counters follow. */
@Injectable()
export class DecideIdentityReview {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reviews: IdentityReviews,
    private readonly ledger: ExchangeLedger,
    private readonly applyReviewedRow: ApplyReviewedRow,
    private readonly rememberVerdict: RememberVerdict,
    private readonly contacts: ContactKeeper,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
  ) {}

  /**
   * `candidateId` may be left out when there is one candidate only.
   * @throws IdentityReviewNotFound for an unknown or foreign id
   * @throws IdentityReviewDecided when somebody decided first
   * @throws ReviewCandidateUnknown when `same-person` names none of the candidates
   * @throws ReviewedRowDoubtful when the row cannot be applied to that file
   */
  execute(
    id: string,
    decision: ReviewDecision,
    candidateId: string | null,
    actor: Actor,
  ): Promise<IdentityReview> {
    return this.unitOfWork.run(actor, async () => {
      const review = await this.openReview(id);
      const chosenId = decision === 'same-person' ? chosenOf(review, candidateId) : null;
      if (!(await this.reviews.decide(id, decision, chosenId, actor.id))) {
        throw new IdentityReviewDecided();
      }
      // One decision on a file at a time: each adds to the report of that file.
      const file = await this.ledger.takeForProcessing(review.fileId);
      if (!file) throw new IdentityReviewNotFound();
      const told =
        decision === 'undecidable'
          ? [questionOf(review)]
          : await this.settle(review, file, chosenId, actor);
      await this.rewriteReport(review.id, file, told, actor);
      await this.trace(review, decision, actor);
      const decided = await this.reviews.byId(id);
      if (!decided) throw new IdentityReviewNotFound();
      return decided;
    });
  }

  private async openReview(id: string): Promise<IdentityReview> {
    const review = await this.reviews.byId(id);
    if (!review) throw new IdentityReviewNotFound();
    if (review.state !== 'open') throw new IdentityReviewDecided();
    return review;
  }

  /** Gives the row its last fate. @returns what the report then says of it */
  private async settle(
    review: IdentityReview,
    file: ExchangeFile,
    chosenId: string | null,
    actor: Actor,
  ): Promise<readonly RowAnomaly[]> {
    const { line } = review;
    const says = chosenId ? 'same' : 'different';
    await this.rememberVerdict.execute(review, file, says, chosenId, actor);
    const person = await this.contacts.personOf(chosenId);
    const isToApply = chosenId !== null || NEW_PERSON_REASONS.has(review.reason);
    const fate = isToApply
      ? await this.applyReviewedRow.execute({ file, line, chosenId, actor })
      : otherPerson(line);
    if (fate.state === 'V') throw new ReviewedRowDoubtful();
    if (!(await this.ledger.settleRow(file.id, line, fate))) throw new IdentityReviewDecided();
    await this.contacts.keep(review.id, person);
    return fate.anomalies;
  }

  /**
   * What is new is added to the report, whose code may change. Whatever the decision, a report written
   * elsewhere before is not true any more.
   */
  private async rewriteReport(
    reviewId: string,
    file: ExchangeFile,
    anomalies: readonly RowAnomaly[],
    { correlationId }: Actor,
  ): Promise<void> {
    const known = await this.ledger.anomalyGroups(file.id);
    const next = await this.ledger.nextAnomaly(file.id);
    await this.ledger.insertAnomalies(file, next, anomalies);
    await this.reviews.settledFrom(reviewId, next);
    const settled = await this.ledger.byId(file.id);
    const remarks = [...known, ...anomalies, ...file.faults];
    const hasRemarks = remarks.some(({ level }) => level !== 'INFORMATION');
    if (settled) await this.ledger.recodeReport(file.id, reportCode(settled.counters, hasRemarks));
    await this.outbox.publish({
      name: 'exchange-file.settled.v1',
      organisationId: file.organisationId,
      subjectId: file.id,
      payload: {},
      correlationId,
    });
  }

  private trace(review: IdentityReview, detail: ReviewDecision, actor: Actor): Promise<void> {
    return this.audit.record({
      actor,
      command: 'identity-review.decide',
      resource: { type: 'identity-review', id: review.id },
      organisationId: review.organisationId,
      effectiveOn: null,
      result: 'done',
      detail,
    });
  }
}

/** Nobody on file is meant: the row speaks of a person the service does not know yet. */
const NEW_PERSON_REASONS = new Set(['HOMONYME_POSSIBLE', 'TROP_DE_CANDIDATS']);

function chosenOf({ candidateIds }: IdentityReview, candidateId: string | null): string {
  const [only, ...others] = candidateIds;
  const chosen = candidateId ?? (others.length === 0 ? only : undefined);
  if (chosen === undefined || !candidateIds.includes(chosen)) throw new ReviewCandidateUnknown();
  return chosen;
}

/** The row speaks of nobody on file: it is rejected, and says so. */
function otherPerson(line: number): RowFate {
  const precision = 'PERSONNES_DIFFERENTES';
  const anomalies = [rowAnomaly('IDENTITE_INCOHERENTE', line, { precision })];
  return { line, state: 'R', resourceId: null, recipientId: null, anomalies };
}

/** The row stays in review; its emitter is asked for what would decide (exchange.md 7.f). */
function questionOf({ flow: code, line, reason }: IdentityReview): RowAnomaly {
  const flow = flowNamed(code);
  if (!flow) throw new Error('a reviewed row comes from a known flow');
  return identityQuestion(flow, line, reason);
}
