import type { LocalDate } from '../../kernel/index.js';
import { CodeOf, OptionalDay } from '../../platform/fields/index.js';
import { ATTEMPT_ANSWERS, RETURN_ANSWERS, type ReturnAnswer } from '../domain/code-lists.js';

const ATTEMPTS = {
  ...RETURN_ANSWERS,
  values: RETURN_ANSWERS.values.filter(({ code }) => ATTEMPT_ANSWERS.some((one) => one === code)),
};

/** Body of `answer` (exchange.md 7.a, PEC): the code says what becomes of the return. */
export class AnswerReturnRequest {
  @CodeOf(RETURN_ANSWERS)
  readonly code: ReturnAnswer;

  @OptionalDay({ about: 'Jour du contact, aujourd’hui par défaut' })
  readonly contactedOn?: LocalDate | null;
}

/** Body of `record-attempt`: nobody was reached. */
export class RecordAttemptRequest {
  @CodeOf(ATTEMPTS)
  readonly code: ReturnAnswer;

  @OptionalDay({ about: 'Jour de la tentative, aujourd’hui par défaut' })
  readonly contactedOn?: LocalDate | null;
}
