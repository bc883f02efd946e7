import type { LocalDate } from '../../kernel/index.js';

/** The side that can repair an exception: it alone sees it, with the page on which it does. */
export type RepairingSide = 'unit' | 'mission-locale';

/**
 * What must never last: a young person whom nobody is in charge of, or two are, or for whom no next
 * action or no date is known. Each rule names the side that repairs it.
 */
export const EXCEPTION_RULES = {
  'incorporation-untold': 'unit',
  'incorporation-undated': 'unit',
  'postponement-undated': 'unit',
  'end-untold': 'unit',
  'exit-without-return': 'unit',
  'attachment-stuck': 'unit',
  'return-unattached': 'unit',
  'invitation-unassigned': 'unit',
  'invitation-to-closed': 'unit',
  'referral-without-file': 'mission-locale',
  'sides-differ': 'mission-locale',
  'return-while-serving': 'mission-locale',
  'return-without-exit': 'mission-locale',
  'two-returns': 'mission-locale',
  'transfer-stuck': 'mission-locale',
  'two-services': 'mission-locale',
  'invitation-silent': 'mission-locale',
} as const satisfies Record<string, RepairingSide>;
export type ExceptionRule = keyof typeof EXCEPTION_RULES;

/** Every rule, in the order in which the lists of rules are read. */
export const EXCEPTION_RULE_CODES = Object.keys(EXCEPTION_RULES) as ExceptionRule[];

/** What an exception is about: the record whose page repairs it. */
export type ExceptionRecord =
  'candidacy' | 'volunteer' | 'return' | 'referral' | 'direct-applicant';

/** One exception; who it is about is named only on the page of the side that repairs it. */
export interface ConsistencyException {
  readonly rule: ExceptionRule;
  readonly record: ExceptionRecord;
  readonly recordId: string;
  /** Null of a direct applicant, who has no file. */
  readonly personId: string | null;
  /** The day from which it counts: the day that passed, or that of the record. */
  readonly since: LocalDate;
}

/** The days on which something had to be said: what happened on one of them or before is overdue. */
export interface OverdueDays {
  readonly today: LocalDate;
  readonly incorporation: LocalDate;
  readonly postponement: LocalDate;
  readonly end: LocalDate;
  readonly invitation: LocalDate;
}
