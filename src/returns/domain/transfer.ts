import type { LocalDate } from '../../kernel/index.js';
import type { ReturnCause } from './return-episode.js';
import type { TransferReason, TransferRefusal } from './transfer-codes.js';

/** States of a proposal to follow a return elsewhere. */
export const TRANSFER_STATES = [
  'proposed',
  'accepted',
  'completed',
  'refused',
  'withdrawn',
  'lapsed',
] as const;
export type TransferState = (typeof TRANSFER_STATES)[number];

/** States in which somebody still has something to do. */
export const PENDING_STATES = ['proposed', 'accepted'] as const satisfies readonly TransferState[];

/** A return that whoever is in charge proposes to another mission locale (ADR 0033). */
export interface Transfer {
  readonly id: string;
  readonly episodeId: string;
  readonly unitId: string;
  /** Who proposes; null for the unit, of somebody whom no mission locale follows. */
  readonly missionLocaleId: string | null;
  /** Who is asked. */
  readonly toId: string;
  /** The file of the young person in the organisation that proposes. */
  readonly personId: string;
  readonly reason: TransferReason;
  readonly state: TransferState;
  readonly refusal: TransferRefusal | null;
  readonly cause: ReturnCause | null;
  readonly endsOn: LocalDate;
  readonly proposedOn: LocalDate;
  /** The last day of an answer, in the calendar of whoever is asked. */
  readonly dueOn: LocalDate;
  /** The file of the young person in the mission locale that accepted. */
  readonly acceptedPersonId: string | null;
  /** The return that goes on there. */
  readonly successorId: string | null;
  readonly version: number;
}

/** Who proposed. */
export function proposerOf({ missionLocaleId, unitId }: Transfer): string {
  return missionLocaleId ?? unitId;
}

/** True while nobody has said no, and the return has not gone on elsewhere. */
export function isPending({ state }: Pick<Transfer, 'state'>): boolean {
  return PENDING_STATES.some((pending) => pending === state);
}

/**
 * True for whom a proposal concerns now: who is asked loses sight of it once the answer is no. The unit
 * reads of its own returns where they go, by codes.
 */
export function isSeenBy(transfer: Transfer, organisationId: string | undefined): boolean {
  if (proposerOf(transfer) === organisationId || transfer.unitId === organisationId) return true;
  return transfer.toId === organisationId && SEEN_BY_ASKED.includes(transfer.state);
}

/** What whoever is asked sees of what it was proposed. */
export const SEEN_BY_ASKED: readonly TransferState[] = ['proposed', 'accepted', 'completed'];
