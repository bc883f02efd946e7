import {
  addDays,
  addWorkingDays,
  nextWorkingDay,
  type LocalDate,
  type TerritoryCode,
} from '../../kernel/index.js';

/**
 * The rules of time of an answer, of a return, and of what a unit tells before it, as shipped: length and what it
 * counts. Each may be set otherwise for a territory or an organisation, from a day to a day. Fifteen days
 * to the first contact is the aim of the committee (domain.md 8.2, K16), five days for an incorporation
 * and two working days for an exit are those of the notices (exchange.md 7.a); the others are ours, since
 * no text gives them.
 */
export const DEADLINE_RULES = {
  'return-prepare': { length: 30, counts: 'days' },
  'return-attach': { length: 5, counts: 'working-days' },
  'return-acknowledge': { length: 3, counts: 'working-days' },
  'return-first-contact': { length: 15, counts: 'days' },
  'return-next-attempt': { length: 10, counts: 'working-days' },
  'return-transfer': { length: 5, counts: 'working-days' },
  'transfer-answer': { length: 5, counts: 'working-days' },
  'invitation-answer': { length: 15, counts: 'days' },
  'invitation-assign': { length: 15, counts: 'days' },
  'invitation-silence': { length: 5, counts: 'working-days' },
  'return-settle': { length: 5, counts: 'working-days' },
  'return-to-manager': { length: 2, counts: 'working-days' },
  'return-to-arml': { length: 5, counts: 'working-days' },
  'return-attempts': { length: 3, counts: 'attempts' },
  'answer-remind': { length: 10, counts: 'days' },
  'answer-to-manager': { length: 20, counts: 'days' },
  'answer-free': { length: 30, counts: 'days' },
  'incorporation-tell': { length: 5, counts: 'days' },
  'incorporation-redate': { length: 30, counts: 'days' },
  'exit-tell': { length: 2, counts: 'working-days' },
} as const satisfies Record<string, { length: number; counts: DeadlineCount }>;
export type DeadlineRuleCode = keyof typeof DEADLINE_RULES;

/** What a rule counts. */
export type DeadlineCount = 'days' | 'working-days' | 'attempts';

/** A length set for a territory, an organisation, or both; the shipped one holds elsewhere. */
export interface DeadlineOverride {
  readonly rule: DeadlineRuleCode;
  readonly length: number;
  readonly territory: TerritoryCode | null;
  readonly organisationId: string | null;
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
}

/** Whose days are counted: the calendar of the organisation that has to act. */
export interface DeadlinePlace {
  readonly organisationId: string;
  readonly territory: TerritoryCode;
}

/** The rules as they hold for one organisation. */
export interface DeadlineBook {
  readonly place: DeadlinePlace;
  readonly overrides: readonly DeadlineOverride[];
}

/**
 * The length of a rule on a day: the organisation's own, else its territory's, else the shipped one.
 * Of two that hold, the one that began last. The day decides, so that a rule that changes never moves a
 * date already given.
 */
export function lengthOn(book: DeadlineBook, rule: DeadlineRuleCode, on: LocalDate): number {
  const holding = book.overrides
    .filter((one) => one.rule === rule && isForPlace(one, book.place) && isInForce(one, on))
    .toSorted((one, other) => rankOf(other).localeCompare(rankOf(one)));
  return holding[0]?.length ?? DEADLINE_RULES[rule].length;
}

/** The day on which what a rule asks is due, counted from a day. */
export function dueOn(book: DeadlineBook, rule: DeadlineRuleCode, from: LocalDate): LocalDate {
  const { territory } = book.place;
  const length = lengthOn(book, rule, from);
  return DEADLINE_RULES[rule].counts === 'working-days'
    ? addWorkingDays(territory, from, length)
    : nextWorkingDay(territory, addDays(from, length));
}

/** The latest day from which what a rule asks is due by a day. */
export function lastDueBy(book: DeadlineBook, rule: DeadlineRuleCode, on: LocalDate): LocalDate {
  let from = on;
  while (dueOn(book, rule, from) > on) from = addDays(from, -1);
  return from;
}

/** The day from which a service that ends on a day is prepared for the return (F14). */
export function preparedFrom(book: DeadlineBook, endsOn: LocalDate): LocalDate {
  return addDays(endsOn, -lengthOn(book, 'return-prepare', endsOn));
}

function isForPlace(override: DeadlineOverride, place: DeadlinePlace): boolean {
  const { territory, organisationId } = override;
  return (
    (territory === null || territory === place.territory) &&
    (organisationId === null || organisationId === place.organisationId)
  );
}

function isInForce({ validFrom, validTo }: DeadlineOverride, on: LocalDate): boolean {
  return validFrom <= on && (validTo === null || on <= validTo);
}

/** The nearer to the organisation, the stronger; then the later. */
function rankOf({ organisationId, territory, validFrom }: DeadlineOverride): string {
  return `${organisationId ? 2 : 0}${territory ? 1 : 0}${validFrom}`;
}
