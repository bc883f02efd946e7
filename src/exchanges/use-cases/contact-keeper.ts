import { Injectable } from '@nestjs/common';
import { People, type PersonRecord } from '../../people/index.js';
import { IdentityReviews, type ContactBefore } from './ports.js';
import { ReviewCandidates } from './review-candidates.js';

/**
 * A row applied by a human's decision also changes how to reach the person, which has no history of its
 * own: what it was is kept with the decision, so that a stranger's number does not outlive a mistake.
 */
@Injectable()
export class ContactKeeper {
  constructor(
    private readonly candidates: ReviewCandidates,
    private readonly people: People,
    private readonly reviews: IdentityReviews,
  ) {}

  /** The person behind a candidate, before anything is done; inside the unit of work of the decision. */
  async personOf(candidateId: string | null): Promise<PersonRecord | null> {
    if (candidateId === null) return null;
    const [candidate] = await this.candidates.of([candidateId]);
    return candidate?.person ?? null;
  }

  /** Keeps with the review what the row changed; nothing when it changed nothing. */
  async keep(reviewId: string, before: PersonRecord | null): Promise<void> {
    const [after] = before ? await this.people.byIds([before.id]) : [];
    if (!before || !after || after.version === before.version) return;
    const { id: personId, contact } = before;
    await this.reviews.keepContact(reviewId, { personId, contact, version: after.version });
  }

  /** Gives back what was kept, unless somebody has changed it since. */
  async giveBack(kept: ContactBefore | null): Promise<void> {
    if (!kept) return;
    const [person] = await this.people.byIds([kept.personId]);
    if (person?.version !== kept.version) return;
    const { id, imiloId } = person;
    await this.people.updateContacts([{ id, imiloId, contact: kept.contact }]);
  }
}
