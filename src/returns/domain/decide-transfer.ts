import { actingRole, decide, type Actor, type LocalDate } from '../../kernel/index.js';
import { dueOn, type DeadlineBook } from './deadline.rules.js';
import { inChargeOf, isActive, type ReturnEpisode } from './return-episode.js';
import { ATTACHING, type TransferReason, type TransferRefusal } from './transfer-codes.js';
import {
  returnTransferMachine,
  type TransferCommand,
  type TransferRole,
} from './transfer.machine.js';
import type { Transfer } from './transfer.js';

/** What a command does to a proposal once decided. */
export interface TransferChange {
  /** Null when it is made. */
  readonly before: Transfer | null;
  readonly after: Transfer;
  readonly command: TransferCommand;
  readonly effectiveOn: LocalDate;
  readonly actor: Actor;
}

/** What somebody, the return or the clock wants to do with a proposal. */
export interface TransferRequest {
  readonly transfer: Transfer;
  readonly command: Exclude<TransferCommand, 'propose'>;
  readonly actor: Actor;
  readonly as?: 'return';
  /** Today where the mission locale that is asked is. */
  readonly today: LocalDate;
  readonly refusal?: TransferRefusal;
  readonly acceptedPersonId?: string;
  readonly successorId?: string;
}

export type TransferDecision =
  | { readonly ok: true; readonly change: TransferChange }
  | { readonly ok: false; readonly refusal: string };

/** Pure: applies the life-cycle to one request. Pages, API and the clock all pass here. */
export function decideTransfer(request: TransferRequest): TransferDecision {
  const { transfer, command, actor, today } = request;
  const role: TransferRole = request.as ?? actingRole(actor);
  const context = { organisationId: actor.organisation?.id ?? null, today };
  const decision = decide(returnTransferMachine, transfer, command, role, context);
  if (!decision.ok) return decision;
  const after: Transfer = {
    ...transfer,
    state: decision.to,
    refusal: command === 'refuse' ? (request.refusal ?? null) : null,
    acceptedPersonId: request.acceptedPersonId ?? transfer.acceptedPersonId,
    successorId: request.successorId ?? null,
    version: transfer.version + 1,
  };
  return { ok: true, change: { before: transfer, after, command, effectiveOn: today, actor } };
}

/** What somebody wants to propose. */
export interface Proposal {
  readonly id: string;
  readonly episode: ReturnEpisode;
  readonly personId: string;
  readonly to: { readonly id: string; readonly isOpen: boolean };
  readonly reason: TransferReason;
  /** True when a proposal waits for an answer already. */
  readonly isPending: boolean;
  readonly actor: Actor;
  /** Today and the rules of the mission locale that is asked. */
  readonly today: LocalDate;
  readonly book: DeadlineBook;
}

/** Why a proposal is not made. */
export type ProposalRefusal =
  'not-yours' | 'not-active' | 'pending' | 'not-a-destination' | 'reason';

/** Pure: a proposal, or why it may not be made. Only who is in charge proposes, and once at a time. */
export function proposeTransfer(
  proposal: Proposal,
):
  | { readonly ok: true; readonly change: TransferChange }
  | { readonly ok: false; readonly refusal: ProposalRefusal } {
  const { id, episode, personId, to, reason, actor, today, book } = proposal;
  const refusal = proposalRefusal(episode, proposal.isPending, actor) ?? saidRefusal(proposal);
  if (refusal) return { ok: false, refusal };
  const after: Transfer = {
    id,
    episodeId: episode.id,
    unitId: episode.unitId,
    missionLocaleId: episode.missionLocaleId,
    toId: to.id,
    personId,
    reason,
    state: 'proposed',
    refusal: null,
    cause: episode.cause,
    endsOn: episode.endsOn,
    proposedOn: today,
    dueOn: dueOn(book, 'transfer-answer', today),
    acceptedPersonId: null,
    successorId: null,
    version: 1,
  };
  return {
    ok: true,
    change: { before: null, after, command: 'propose', effectiveOn: today, actor },
  };
}

/** Pure: why this actor may not propose this return now, whoever would be asked. */
export function proposalRefusal(
  episode: ReturnEpisode,
  isPending: boolean,
  actor: Actor,
): ProposalRefusal | undefined {
  const { by } = returnTransferMachine.transitions.propose;
  const isAllowed = by.some((role) => role === actingRole(actor));
  if (!isAllowed || inChargeOf(episode) !== actor.organisation?.id) return 'not-yours';
  if (!isActive(episode) || episode.cause === null) return 'not-active';
  return isPending ? 'pending' : undefined;
}

function saidRefusal({ episode, to, reason }: Proposal): ProposalRefusal | undefined {
  if (!to.isOpen || to.id === episode.missionLocaleId) return 'not-a-destination';
  const isAttaching = episode.missionLocaleId === null;
  return (reason === ATTACHING) === isAttaching ? undefined : 'reason';
}
