import { Injectable } from '@nestjs/common';
import { Ids, type Actor } from '../../kernel/index.js';
import {
  describedBy,
  IdentityVerdicts,
  identityKey,
  parseBirthDate,
  type Said,
} from '../../people/index.js';
import type { ExchangeFile } from '../domain/exchange-file.js';
import { flowNamed } from '../flows/index.js';
import type { IdentityReview } from './ports.js';
import { ReviewCandidates } from './review-candidates.js';
import { sentIdentity } from './review-evidence.js';
import { StoredContent } from './stored-content.js';

/**
 * Keeps what a reviewer said of the identity of a row and of the people it was compared with: the
 * next photo says the same, and nobody is asked twice (exchange.md 7.f, V6). Stands until withdrawn.
 */
@Injectable()
export class RememberVerdict {
  constructor(
    private readonly content: StoredContent,
    private readonly candidates: ReviewCandidates,
    private readonly verdicts: IdentityVerdicts,
    private readonly ids: Ids,
  ) {}

  /** Inside the unit of work of the decision. */
  async execute(
    review: IdentityReview,
    file: ExchangeFile,
    says: Said,
    chosenId: string | null,
    actor: Actor,
  ): Promise<void> {
    const key = await this.keyOf(review, file, actor);
    if (key === null) return;
    const compared = await this.candidates.of(chosenId ? [chosenId] : review.candidateIds);
    const personIds = new Set(compared.flatMap(({ person }) => person?.id ?? []));
    await this.verdicts.say(
      [...personIds].map((personId) => ({
        id: this.ids.uuid(),
        organisationId: review.organisationId,
        personId,
        identityKey: key,
        says,
        reviewId: review.id,
        saidBy: actor.id,
      })),
    );
  }

  /** Null when the row is no longer kept, or its birth date cannot be read. */
  private async keyOf(
    review: IdentityReview,
    file: ExchangeFile,
    actor: Actor,
  ): Promise<string | null> {
    const flow = flowNamed(review.flow);
    const record = flow && (await this.content.record(file, review.line, actor));
    if (!record) return null;
    const { birthName, firstName, birthDate } = sentIdentity(flow, record.header, record.cells);
    const read = parseBirthDate(birthDate);
    if (!read) return null;
    return identityKey(describedBy({ birthName, firstName1: firstName, birthDate: read }));
  }
}
