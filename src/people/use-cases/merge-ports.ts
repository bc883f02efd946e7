import type { Instant } from '../../kernel/index.js';
import type { Glimpse } from '../domain/attainable-weight.js';
import type { PersonMerge } from '../domain/person-merge.js';
import type { Described } from '../domain/vetoes.js';

/** What the list of merges shows: those that wait for a decision, or all. */
export type MergeView = 'proposed' | 'all';

/** The merges of an organisation. Only inside a unit of work. */
export abstract class PersonMerges {
  /** @returns false when one of the two files is merged, or proposed to be, already */
  abstract propose(
    merge: Pick<PersonMerge, 'id' | 'organisationId' | 'keptId' | 'mergedId' | 'proposedBy'>,
  ): Promise<boolean>;
  /** Locked until the transaction ends. */
  abstract take(id: string): Promise<PersonMerge | null>;
  abstract write(id: string, state: PersonMerge['state'], by: string): Promise<void>;
  abstract page(
    limit: number,
    after: { proposedAt: Instant; id: string } | null,
  ): Promise<{ items: PersonMerge[]; total: number }>;
  /** A part of a view, the latest first. */
  abstract inView(
    view: MergeView,
    range: { readonly limit: number; readonly offset: number },
  ): Promise<PersonMerge[]>;
  /** How many each view holds. */
  abstract counts(): Promise<Readonly<Record<MergeView, number>>>;
  /** How many wait for a decision that this actor may take: whoever proposes does not decide. */
  abstract proposedByOthers(actorId: string): Promise<number>;
  /** The file that stands for each merged one among these. */
  abstract keptFor(personIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
}

/** Where people who may be the same are looked for (exchange.md 7.f, blocking B1 to B5). */
export abstract class PersonBlocks {
  /**
   * For each description, what the index says of own files that share one of the blocking keys: 200
   * at most and one more, which says that there are too many.
   */
  abstract around(
    organisationId: string,
    described: readonly Described[],
  ): Promise<readonly (readonly Glimpse[])[]>;
  /** How many files the organisation keeps, about. */
  abstract population(organisationId: string): Promise<number>;
}
