import type { LocalDate } from '../../kernel/index.js';
import { dueOn, lengthOn, type DeadlineBook } from '../../returns/index.js';
import type { InvitationTimes } from '../domain/decide-direct.js';

/** The rules of time of a return, as they hold for an invitation of whoever keeps this book. */
export function invitationTimes(
  book: DeadlineBook,
  today: LocalDate,
  contactedOn: LocalDate = today,
): InvitationTimes {
  return {
    attemptsNeeded: lengthOn(book, 'return-attempts', today),
    answerBy: dueOn(book, 'invitation-answer', today),
    assignBy: dueOn(book, 'invitation-assign', contactedOn),
    attemptBy: dueOn(book, 'return-next-attempt', contactedOn),
  };
}
