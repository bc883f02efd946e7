import type { Instant, LocalDate } from '../../kernel/index.js';

/** The columns of a history that every life cycle has, as {@link TransitionRow} reads them. */
export const TRANSITION_FIELDS =
  'command, from_state, to_state, effective_on, recorded_at, acting_role, organisation_id, channel';

/** A line of a history as it is read. */
export interface TransitionRow<State extends string = string> {
  readonly command: string;
  readonly from_state: State | null;
  readonly to_state: State;
  readonly effective_on: LocalDate;
  readonly recorded_at: Instant;
  readonly acting_role: string;
  readonly organisation_id: string | null;
  readonly channel: string;
}

/** The move that a line tells: what, from where to where, when, by whom and through which door. */
export function transitionOf<State extends string>(row: TransitionRow<State>) {
  return {
    command: row.command,
    from: row.from_state,
    to: row.to_state,
    effectiveOn: row.effective_on,
    recordedAt: row.recorded_at,
    role: row.acting_role,
    organisationId: row.organisation_id,
    channel: row.channel,
  };
}
