import {
  decideReturn,
  type DeadlineBook,
  type NamedReturn,
  type ReturnChange,
  type ReturnCommand,
  type ReturnEpisode,
} from '../../../returns/index.js';
import { isNotOlder, type Confirmation } from '../../../kernel/index.js';
import type { RowFaultCode } from '../../catalogue/index.js';
import type { ApplyContext, CheckedRow, RowFate } from '../../use-cases/flow-ports.js';
import { actorOfLine, RowFates, type RowRefusal } from '../row-fates.js';
import type { ReplyRow } from './columns.js';
import { PRISES_EN_CHARGE } from './flow.js';
import { planReply } from './plan-reply.js';

/** A PEC row to apply. */
export type Reply = CheckedRow & { readonly row: ReplyRow };

/** With what the row of one return is decided. */
export interface ReplyContext extends ApplyContext {
  readonly book: DeadlineBook;
}

/** A row decided: its fate, the command that passed, and what it only confirms. */
export interface DecidedReply {
  readonly fate: RowFate;
  readonly change: ReturnChange | null;
  readonly confirmed: Confirmation | null;
  /** Set when all that was said of this return has to be weighed with the row. */
  readonly toRetell?: ReturnEpisode;
}

export const REPLY_FATES = new RowFates(PRISES_EN_CHARGE);

/** Why a row may not be applied, whoever it speaks of. */
export function refusalOf({ row }: Reply): RowRefusal | null {
  if (row.type_ligne === 'ANNULATION') {
    return { code: 'constraint-error', column: 'type_ligne', precision: 'ANNULATION' };
  }
  return null;
}

/** Pure: what a row does to the return it names, with the remarks of its matching. */
export function decideReply(
  reply: Reply,
  { episode, reference }: NamedReturn,
  remarks: readonly RowFaultCode[],
  context: ReplyContext,
): DecidedReply {
  const { row, asOf } = reply;
  const noted = remarks.map((code) => REPLY_FATES.remark(reply, { code, column: 'nom_naissance' }));
  if (row.reference_orientation !== null && row.reference_orientation !== reference) {
    const refusal = { code: 'REFERENCE_INCONNUE', column: 'reference_orientation' } as const;
    return untouched(REPLY_FATES.refused(reply, refusal, noted));
  }
  const resource = resourceOf(episode);
  const plan = planReply(episode, row, asOf);
  if (plan.kind === 'stale') {
    return untouched({ ...REPLY_FATES.of(reply, 'P', resource, noted), isLate: true });
  }
  if (plan.kind === 'unchanged') {
    const isLate = !isNotOlder(asOf, episode.asOf);
    const fate = { ...REPLY_FATES.of(reply, 'I', resource, noted), isLate };
    return { ...untouched(fate), confirmed: isLate ? null : { id: episode.id, asOf } };
  }
  const changes = runCommands(plan.commands, reply, episode, context);
  if ('code' in changes) {
    return untouched(REPLY_FATES.refused(reply, changes, noted, resource));
  }
  const fate = REPLY_FATES.of(reply, 'A', resource, noted);
  return { fate, change: changes.at(-1) ?? null, confirmed: null };
}

/** A row that changes nothing. */
export function untouched(fate: RowFate): DecidedReply {
  return { fate, change: null, confirmed: null };
}

/** Whom a return is told to. */
export function resourceOf({ id, unitId }: ReturnEpisode) {
  return { id, recipientId: unitId };
}

/** The commands one after the other; the first refusal refuses them all. */
export function runCommands(
  commands: readonly ReturnCommand[],
  { row, asOf, line }: Reply,
  episode: ReturnEpisode,
  context: ReplyContext,
): readonly ReturnChange[] | RowRefusal {
  const { date_contact: contactedOn, code_prise_en_charge: code } = row;
  const changes: ReturnChange[] = [];
  let present = episode;
  for (const command of commands) {
    const decision = decideReturn({
      episode: present,
      command,
      actor: actorOfLine(context, line),
      effectiveOn: contactedOn,
      today: context.today,
      book: context.book,
      asOf,
      ...(command === 'reopen' ? {} : { answer: { code, contactedOn } }),
    });
    if (!decision.ok) return refusalIn(present, decision.refusal);
    changes.push(decision.change);
    present = decision.change.after;
  }
  return changes;
}

function refusalIn({ state }: ReturnEpisode, refusal: string): RowRefusal {
  if (refusal === 'CHRONOLOGIE') {
    return { code: 'CHRONOLOGIE', column: 'date_contact', precision: 'CONTACT_PLUS_ANCIEN' };
  }
  const forbidden = { code: 'TRANSITION_INTERDITE', column: 'code_prise_en_charge' } as const;
  if (refusal === 'too-few-attempts') return { ...forbidden, precision: 'TROP_PEU_DE_RELANCES' };
  return state === 'closed' ? { ...forbidden, precision: 'RETOUR_CLOS' } : forbidden;
}
