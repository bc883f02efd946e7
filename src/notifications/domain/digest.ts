/** How many of what wait in one list, and where the list is. Counts only: never anything of anybody. */
export interface DigestLine {
  /** `3 orientations à traiter` */
  readonly text: string;
  /** Path of the list, from the root of the service. */
  readonly path: string;
  /** True of what came in since the last digest, and is told once; false of what waits. */
  readonly isNews: boolean;
}

/** What waits in one organisation, for one of the roles of a person. */
export interface DigestSection {
  readonly organisation: string;
  readonly lines: readonly DigestLine[];
}

/** What a person is told of a day, organisation by organisation; empty when nothing waits. */
export type Digest = readonly DigestSection[];
