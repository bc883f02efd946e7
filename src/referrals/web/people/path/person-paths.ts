import type { LocalDate, PersonActor } from '../../../../kernel/index.js';
import type { Fact } from '../../../../platform/pages/index.js';

/** Who is in charge of somebody now, what is next, and by when: one of each. */
export interface PersonStep {
  readonly inCharge: string;
  readonly action: string;
  /** Null while nobody said when. */
  readonly dueOn: LocalDate | null;
  readonly href: string;
}

/** A service or a return of somebody, in words. */
export interface PathPart {
  readonly href: string;
  readonly title: string;
  readonly facts: readonly Fact[];
}

/** What became of somebody once a unit retained them. */
export interface PersonPath {
  /** What comes before any referral under way. */
  readonly now: PersonStep | null;
  /** What is left to do when nothing is under way. */
  readonly later: PersonStep | null;
  readonly services: readonly PathPart[];
  readonly returns: readonly PathPart[];
}

/** Answered by the feature that follows those who left, which is above; read as part of the page. */
export abstract class PersonPaths {
  abstract ofPerson(personId: string, actor: PersonActor): Promise<PersonPath>;
}
