import type { Instant, LocalDate } from '../../kernel/index.js';
import type { ReturnCause } from '../domain/return-episode.js';
import type { TransferReason, TransferRefusal } from '../domain/transfer-codes.js';
import type { Transfer, TransferState } from '../domain/transfer.js';
import type { ListedTransfer } from '../use-cases/transfer-ports.js';

/** A row of `app.return_transfer` as read. */
export type TransferRow = {
  id: string;
  unit_id: string;
  ml_id: string | null;
  to_ml_id: string;
  episode_id: string;
  person_id: string;
  reason: TransferReason;
  state: TransferState;
  refusal: TransferRefusal | null;
  cause: ReturnCause | null;
  ends_on: LocalDate;
  proposed_on: LocalDate;
  due_on: LocalDate;
  accepted_person_id: string | null;
  successor_id: string | null;
  version: number;
};

/** What a proposal is made of. */
export const TRANSFER_COLUMNS = {
  id: 'uuid',
  unit_id: 'uuid',
  ml_id: 'uuid',
  to_ml_id: 'uuid',
  episode_id: 'uuid',
  person_id: 'uuid',
  reason: 'text',
  state: 'text',
  refusal: 'text',
  cause: 'text',
  ends_on: 'date',
  proposed_on: 'date',
  due_on: 'date',
  accepted_person_id: 'uuid',
  successor_id: 'uuid',
  version: 'int',
} as const;

/** The columns to read, of the alias `t`. */
export const TRANSFER_SELECTED = Object.keys(TRANSFER_COLUMNS)
  .map((name) => `t.${name}`)
  .join(', ');

/** The row of a proposal. */
export function toTransferRow(transfer: Transfer): TransferRow {
  return {
    id: transfer.id,
    unit_id: transfer.unitId,
    ml_id: transfer.missionLocaleId,
    to_ml_id: transfer.toId,
    episode_id: transfer.episodeId,
    person_id: transfer.personId,
    reason: transfer.reason,
    state: transfer.state,
    refusal: transfer.refusal,
    cause: transfer.cause,
    ends_on: transfer.endsOn,
    proposed_on: transfer.proposedOn,
    due_on: transfer.dueOn,
    accepted_person_id: transfer.acceptedPersonId,
    successor_id: transfer.successorId,
    version: transfer.version,
  };
}

/** The proposal of a row. */
export function toTransfer(row: TransferRow): Transfer {
  return {
    id: row.id,
    unitId: row.unit_id,
    missionLocaleId: row.ml_id,
    toId: row.to_ml_id,
    episodeId: row.episode_id,
    personId: row.person_id,
    reason: row.reason,
    state: row.state,
    refusal: row.refusal,
    cause: row.cause,
    endsOn: row.ends_on,
    proposedOn: row.proposed_on,
    dueOn: row.due_on,
    acceptedPersonId: row.accepted_person_id,
    successorId: row.successor_id,
    version: row.version,
  };
}

/** The proposal of a row, with when it was made. */
export function toListed(row: TransferRow & { created_at: Instant }): ListedTransfer {
  return { transfer: toTransfer(row), createdAt: row.created_at };
}
