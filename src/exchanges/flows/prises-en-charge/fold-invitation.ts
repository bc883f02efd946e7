import {
  decideDirect,
  type DirectAct,
  type DirectApplicant,
  type InvitationTimes,
} from '../../../direct-applicants/index.js';
import { isNotOlder, type Actor, type AsOf, type LocalDate } from '../../../kernel/index.js';
import { commandOf, UNREACHABLE } from '../../../returns/index.js';
import type { RowRefusal } from '../row-fates.js';
import type { Reply } from './decide-reply.js';

/** All that was said of one invitation and still counts. */
export interface ToldInvitation {
  readonly replies: readonly Reply[];
  readonly acts: readonly DirectAct[];
}

/** What it makes of the invitation. */
export interface FoldedInvitation {
  readonly target: DirectApplicant;
  readonly taken: ReadonlySet<Reply>;
  readonly refused: ReadonlyMap<Reply, RowRefusal>;
}

/** Who says it, and by whose calendar. */
export interface InvitationContext {
  readonly actor: Actor;
  readonly today: LocalDate;
  timesOn(contactedOn: LocalDate): InvitationTimes;
}

type Saying =
  | { readonly reply: Reply; readonly act?: undefined; readonly asOf: AsOf }
  | { readonly act: DirectAct; readonly reply?: undefined; readonly asOf: AsOf };

/**
 * Pure: the invitation as rows and acts make it, told one after the other in the order of their reference
 * dates, whatever the order they came in (exchange.md 7.e.2). `decideDirect` decides as for the pages.
 */
export function foldInvitation(
  applicant: DirectApplicant,
  { replies, acts }: ToldInvitation,
  context: InvitationContext,
): FoldedInvitation {
  const taken = new Set<Reply>();
  const refused = new Map<Reply, RowRefusal>();
  let present = opened(applicant, context);
  // What was said before it was told once more is of another time; the unit's own acts change no answer.
  const placing = acts.findLastIndex(({ isPlacing }) => isPlacing);
  const since = acts[placing]?.asOf.on;
  const counted = replies.filter(({ row }) => since === undefined || row.date_contact >= since);
  for (const { act, reply } of inOrder(counted, acts.slice(placing + 1))) {
    if (act) {
      present = redone(present, act, context);
      continue;
    }
    const told = tell(present, reply, context);
    if ('code' in told) refused.set(reply, told);
    else {
      present = told;
      taken.add(reply);
    }
  }
  return { target: present, taken, refused };
}

/** As it was before the mission locale said anything. */
function opened(applicant: DirectApplicant, context: InvitationContext): DirectApplicant {
  const { dueOn, state } = applicant;
  const due = state === 'announced' && applicant.answer === null ? dueOn : null;
  const { answerBy } = context.timesOn(context.today);
  const stateOn = applicant.invitedOn;
  return {
    ...applicant,
    state: 'announced',
    stateOn,
    answer: null,
    attempts: 0,
    dueOn: due ?? answerBy,
  };
}

function tell(
  present: DirectApplicant,
  { row, asOf }: Reply,
  { actor, timesOn }: InvitationContext,
): DirectApplicant | RowRefusal {
  const { code_prise_en_charge: code, date_contact: contactedOn } = row;
  const { answer } = present;
  if (answer?.code === code && answer.contactedOn === contactedOn) return present;
  const isAnewed = row.type_ligne === 'CORRECTION' && present.state !== 'announced';
  const from = isAnewed ? { ...present, state: 'announced' as const, answer: null } : present;
  const decision = decideDirect({
    applicant: from,
    command: commandOf(code),
    answer: { code, contactedOn },
    isUnreachable: code === UNREACHABLE,
    ...{ actor, asOf, today: asOf.on, times: timesOn(contactedOn) },
  });
  return decision.ok ? decision.change.after : refusalIn(present, decision.refusal);
}

/** What was once decided is not judged again. */
function redone(
  present: DirectApplicant,
  { command, answer }: DirectAct,
  context: InvitationContext,
): DirectApplicant {
  switch (command) {
    case 'record-attempt':
      return { ...present, answer, attempts: present.attempts + 1, stateOn: present.stateOn };
    case 'answer':
      return {
        ...present,
        state: 'answered',
        answer,
        dueOn: null,
        stateOn: answer?.contactedOn ?? present.stateOn,
      };
    case 'declare-elsewhere':
      return {
        ...present,
        state: 'to-assign',
        answer,
        dueOn: context.timesOn(answer?.contactedOn ?? context.today).assignBy,
        stateOn: answer?.contactedOn ?? present.stateOn,
      };
    case 'reopen':
      return opened(present, context);
    default:
      return present;
  }
}

function refusalIn({ state }: DirectApplicant, refusal: string): RowRefusal {
  if (refusal === 'CHRONOLOGIE') {
    return { code: 'CHRONOLOGIE', column: 'date_contact', precision: 'CONTACT_PLUS_ANCIEN' };
  }
  const forbidden = { code: 'TRANSITION_INTERDITE', column: 'code_prise_en_charge' } as const;
  if (refusal === 'too-few-attempts') return { ...forbidden, precision: 'TROP_PEU_DE_RELANCES' };
  return state === 'announced' ? forbidden : { ...forbidden, precision: 'INVITATION_CLOSE' };
}

/** An act was decided on what was known: it follows the rows of its day. */
function inOrder(replies: readonly Reply[], acts: readonly DirectAct[]): readonly Saying[] {
  const sayings: Saying[] = [
    ...replies.map((reply) => ({ reply, asOf: reply.asOf })),
    ...acts.map((act) => ({ act, asOf: act.asOf })),
  ];
  return sayings.toSorted((one, other) => {
    if (one.asOf.on !== other.asOf.on) return one.asOf.on < other.asOf.on ? -1 : 1;
    if ((one.act === undefined) !== (other.act === undefined)) return one.act ? 1 : -1;
    if (one.act) return 0;
    if (!isNotOlder(other.asOf, one.asOf)) return 1;
    return isNotOlder(one.asOf, other.asOf) ? 0 : -1;
  });
}
