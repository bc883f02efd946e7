import type { CodeStanding, LocalDate } from '../../kernel/index.js';

/** What the row checks ask of the commune reference data. Must answer from memory: asked once a cell. */
export interface CommuneLookup {
  /** True for a commune or a country of birth in force today. */
  isKnown(code: string): boolean;
  /** True for a commune that was merged, split or renumbered. */
  isFormer(code: string): boolean;
  /** The commune that took its place; nothing when there are several. */
  successorOf(code: string): string | undefined;
}

/** Dated lists kept by the service and not by the code (exchange.md 7.a). */
export type ReferenceList = 'code_structure' | 'code_unite' | 'version_notice' | 'filiere';

/** What the row checks ask of these lists. Must answer from memory: asked once a cell. */
export interface ReferenceLookup {
  /** Standing of a code on the day of the check; nothing when the list is not at hand here. */
  standingOf(list: ReferenceList, code: string): CodeStanding | undefined;
}

/** Everything a row is checked against, apart from the other rows. */
export interface CheckContext {
  /** Civil day of the emitter: past this day a date is in the future; code lists are read on it. */
  readonly on: LocalDate;
  /** Code of the organisation that sends; null for files of the service itself, without a scope. */
  readonly emitterCode: string | null;
  readonly communes: CommuneLookup;
  readonly references: ReferenceLookup;
  /** What is known of the file; without it the type of the rows is not held against its nature. */
  readonly file?: FileFacts;
}

/** Natures of files that carry rows: initial, replacing, corrections, event notice (exchange.md 7.b). */
export type RowNature = 'I' | 'R' | 'C' | 'S';

/** The facts of a file its rows depend on. */
export interface FileFacts {
  readonly nature: RowNature;
  /** `AAAA-MM`, or `AAAA-MM-JJ` for nature S. */
  readonly period: string;
  /** True while the slot of the period takes deposits: a C file then completes it (contract.md 3). */
  readonly isSlotOpen: boolean;
}
