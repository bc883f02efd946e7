import { addWorkingDays, type LocalDate } from '../../kernel/index.js';
import { ELSEWHERE } from './code-lists.js';
import { dueOn, lengthOn, type DeadlineBook, type DeadlineRuleCode } from './deadline.rules.js';
import {
  ESCALATIONS,
  type Deadline,
  type Escalation,
  type ReturnEpisode,
} from './return-episode.js';

type Timed = Pick<
  ReturnEpisode,
  'state' | 'cause' | 'missionLocaleId' | 'answer' | 'attempts' | 'countsFrom' | 'endsOn'
>;

/** The one rule that says what is next for a return; nothing when nothing is expected any more. */
export function nextRule({
  state,
  cause,
  missionLocaleId,
  answer,
  attempts,
}: Timed): DeadlineRuleCode | null {
  switch (state) {
    case 'closed':
    case 'cancelled':
    case 'transferred':
      return null;
    case 'prepared':
      return 'return-prepare';
    case 'open':
      return missionLocaleId === null ? 'return-attach' : 'return-acknowledge';
    case 'acknowledged':
      if (cause === null) return 'return-settle';
      if (answer?.code === ELSEWHERE) return 'return-transfer';
      return attempts > 0 ? 'return-next-attempt' : 'return-first-contact';
  }
}

/** The next step with its one date. What is prepared is due before the young person leaves. */
export function deadlineOf(episode: Timed, book: DeadlineBook): Deadline | null {
  const rule = nextRule(episode);
  if (!rule) return null;
  if (rule === 'return-prepare') return { rule, from: episode.endsOn, dueOn: episode.endsOn };
  const { countsFrom: from } = episode;
  return { rule, from, dueOn: dueOn(book, rule, from) };
}

/** What time says of a return: its deadline, and the day on which silence climbs from the first step. */
export function timed(
  episode: Timed,
  book: DeadlineBook,
): Pick<ReturnEpisode, 'deadline' | 'escalation' | 'escalatesOn'> {
  const deadline = deadlineOf(episode, book);
  const climbs = deadline && deadline.rule !== 'return-prepare' && episode.missionLocaleId !== null;
  return {
    deadline,
    escalation: 'adviser',
    escalatesOn: climbs ? climbsOn(book, 'return-to-manager', deadline.dueOn) : null,
  };
}

/** The same once a return moved: a step that is the same keeps how high its silence climbed. */
export function timedAfter(
  { deadline: old }: Pick<ReturnEpisode, 'deadline'>,
  moved: Timed,
  book: DeadlineBook,
): Partial<ReturnEpisode> {
  const next = timed(moved, book);
  const { deadline: now } = next;
  return old && now && old.rule === now.rule && old.from === now.from ? {} : next;
}

/** The next step of an escalation that climbed on a day: manager, then ARML, then nobody higher. */
export function climbed(
  escalation: Escalation,
  on: LocalDate,
  book: DeadlineBook,
): Pick<ReturnEpisode, 'escalation' | 'escalatesOn'> {
  const next = ESCALATIONS[ESCALATIONS.indexOf(escalation) + 1] ?? escalation;
  return {
    escalation: next,
    escalatesOn: next === 'manager' ? climbsOn(book, 'return-to-arml', on) : null,
  };
}

function climbsOn(
  book: DeadlineBook,
  rule: 'return-to-manager' | 'return-to-arml',
  from: LocalDate,
): LocalDate {
  return addWorkingDays(book.place.territory, from, Math.max(1, lengthOn(book, rule, from)));
}
