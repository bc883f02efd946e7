import { addDays, type LocalDate } from '../../kernel/index.js';
import { dueOn, type DeadlineBook, type DeadlineRuleCode } from '../../returns/index.js';
import type { OverdueDays } from '../domain/exception-rules.js';

const OVERDUE = {
  incorporation: 'incorporation-tell',
  postponement: 'incorporation-redate',
  end: 'exit-tell',
  invitation: 'invitation-silence',
} as const satisfies Record<string, DeadlineRuleCode>;

/** Pure: the last days that are overdue today, by the rules of time of the organisation. */
export function overdueDays(book: DeadlineBook, today: LocalDate): OverdueDays {
  const lastOverdue = (rule: DeadlineRuleCode) => lastDueBefore(book, rule, today);
  return {
    today,
    incorporation: lastOverdue(OVERDUE.incorporation),
    postponement: lastOverdue(OVERDUE.postponement),
    end: lastOverdue(OVERDUE.end),
    invitation: lastOverdue(OVERDUE.invitation),
  };
}

/** The latest day from which what a rule asks was due before today. */
function lastDueBefore(book: DeadlineBook, rule: DeadlineRuleCode, today: LocalDate): LocalDate {
  let from = addDays(today, -1);
  while (dueOn(book, rule, from) >= today) from = addDays(from, -1);
  return from;
}
