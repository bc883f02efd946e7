import { Injectable } from '@nestjs/common';
import { Candidacies } from '../../candidacies/index.js';
import { People, type PersonRecord } from '../../people/index.js';
import { Referrals } from '../../referrals/index.js';

/** A file a row may speak of, and the person it is about. */
export interface ReviewCandidate {
  readonly id: string;
  readonly kind: 'candidacy' | 'referral' | 'person';
  readonly reference: string | null;
  readonly unitFileNumber: string | null;
  /** Null when the caller may not see the person any more. */
  readonly person: PersonRecord | null;
}

type Unnamed = Omit<ReviewCandidate, 'person'> & { readonly personId: string };

/** Finds what the candidates of a review are; row-level security decides which exist. */
@Injectable()
export class ReviewCandidates {
  constructor(
    private readonly candidacies: Candidacies,
    private readonly referrals: Referrals,
    private readonly people: People,
  ) {}

  /** In the order of the ids; those the caller does not see are left out. */
  async of(ids: readonly string[]): Promise<ReviewCandidate[]> {
    const files = [...(await this.candidaciesOf(ids)), ...(await this.referralsOf(ids))];
    const personIds = [...ids, ...files.map(({ personId }) => personId)];
    const people = new Map((await this.people.byIds(personIds)).map((one) => [one.id, one]));
    return ids.flatMap((id) => {
      const file = files.find((one) => one.id === id);
      if (file) {
        const { personId, ...rest } = file;
        return [{ ...rest, person: people.get(personId) ?? null }];
      }
      const person = people.get(id);
      if (!person) return [];
      return [{ id, kind: 'person' as const, reference: null, unitFileNumber: null, person }];
    });
  }

  private async candidaciesOf(ids: readonly string[]): Promise<Unnamed[]> {
    const found = await this.candidacies.byIds(ids);
    const referrals = await this.referrals.byIds(
      found.flatMap(({ referralId }) => referralId ?? []),
    );
    return found.map(({ id, personId, unitFileNumber, referralId }) => {
      const reference = referrals.find((one) => one.id === referralId)?.reference ?? null;
      return { id, kind: 'candidacy', reference, unitFileNumber, personId };
    });
  }

  private async referralsOf(ids: readonly string[]): Promise<Unnamed[]> {
    const found = await this.referrals.byIds(ids);
    return found.map(({ id, personId, reference }) => {
      return { id, kind: 'referral', reference, unitFileNumber: null, personId };
    });
  }
}
