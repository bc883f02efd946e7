import {
  decideAnswer,
  isWithin,
  windowOf,
  type AskedService,
  type FollowUp,
  type FollowUpAct,
  type Milestone,
} from '../../../follow-ups/index.js';
import {
  firstDay,
  isNotOlder,
  monthOf,
  type Actor,
  type AsOf,
  type LocalDate,
} from '../../../kernel/index.js';
import type { CheckedRow } from '../../use-cases/flow-ports.js';
import type { RowRefusal } from '../row-fates.js';
import { answerOf, type FollowUpRow } from './columns.js';

/** A DEV row to apply. */
export type AnswerLine = CheckedRow & { readonly row: FollowUpRow };

/** All that was said of one milestone and still counts. */
export interface ToldMilestone {
  readonly lines: readonly AnswerLine[];
  readonly acts: readonly FollowUpAct[];
}

/** What it makes of the milestone. */
export interface FoldedMilestone {
  /** Null when nothing that was said answers it. */
  readonly answer: FollowUp | null;
  /** Rows that say what the answer is. */
  readonly standing: ReadonlySet<AnswerLine>;
  readonly refused: ReadonlyMap<AnswerLine, RowRefusal>;
}

type Saying =
  | { readonly kind: 'row'; readonly line: AnswerLine; readonly asOf: AsOf }
  | { readonly kind: 'act'; readonly act: FollowUpAct; readonly asOf: AsOf };

const CLOSED: RowRefusal = {
  code: 'TRANSITION_INTERDITE',
  column: 'jalon',
  precision: 'JALON_CLOS',
};

/**
 * Pure: the answer as rows and acts make it, told one after the other in the order of their reference
 * dates, whatever the order they came in (exchange.md 7.e.2). `decideAnswer` decides as for the pages; a
 * row of a month is said on any day of that month.
 */
export function foldAnswers(
  service: AskedService,
  milestone: Milestone,
  told: ToldMilestone,
  actor: Actor,
): FoldedMilestone {
  const refused = new Map<AnswerLine, RowRefusal>();
  const taken = new Set<AnswerLine>();
  let current: FollowUp | null = null;
  for (const saying of inOrder(told)) {
    const answer = saying.kind === 'act' ? saying.act.answer : answerOf(saying.line.row);
    const today = saying.kind === 'act' ? saying.asOf.on : saidOn(saying.line);
    const newId = () => '';
    const decision = decideAnswer({ service, milestone, current, answer, today, actor, newId });
    if (decision.ok) {
      current = decision.change.after;
      if (saying.kind === 'row') taken.add(saying.line);
      continue;
    }
    const isSeen = isWithin(windowOf(service.exitedOn, milestone), answer.observedOn);
    if (saying.kind === 'row' && isSeen) refused.set(saying.line, CLOSED);
  }
  const isStanding = ({ row }: AnswerLine) =>
    current !== null && saysTheSame(answerOf(row), current);
  return { answer: current, standing: new Set([...taken].filter(isStanding)), refused };
}

/** True when both say the same of a milestone. */
function saysTheSame(one: ReturnType<typeof answerOf>, other: FollowUp): boolean {
  return (Object.keys(one) as (keyof typeof one)[]).every((key) => one[key] === other[key]);
}

/** The day on which a row counts as said: in its month, and not before what it saw. */
function saidOn({ row, asOf }: AnswerLine): LocalDate {
  const first = firstDay(monthOf(asOf.on));
  return row.date_observation > first ? row.date_observation : first;
}

function inOrder({ lines, acts }: ToldMilestone): Saying[] {
  const sayings: Saying[] = [
    ...lines.map((line) => ({ kind: 'row', line, asOf: line.asOf }) as const),
    ...acts.map((act) => ({ kind: 'act', act, asOf: act.asOf }) as const),
  ];
  return sayings.toSorted(compare);
}

/** An act was decided on what was known: it follows the row of the same date. */
function compare(one: Saying, other: Saying): number {
  if (one.kind !== other.kind && one.asOf.on === other.asOf.on) return one.kind === 'row' ? -1 : 1;
  if (!isNotOlder(other.asOf, one.asOf)) return 1;
  return isNotOlder(one.asOf, other.asOf) ? 0 : -1;
}
