import type { Instant } from '../../kernel/index.js';
import type { CancelReason, UnitPresence } from '../domain/code-lists.js';
import type { InformationSession, SessionState } from '../domain/information-session.js';

/** A row of `app.information_session` as read. */
export type SessionRow = {
  id: string;
  ml_id: string;
  unit_id: string;
  starts_at: Instant;
  place: string;
  seats: number;
  state: SessionState;
  cancel_reason: CancelReason | null;
  presence: UnitPresence | null;
  staff: number | null;
  registered: number;
  ticked: number;
  attended: number;
  version: number;
};

/** What the mission locale writes of a planned session. */
export const OWN_COLUMNS = {
  state: 'text',
  cancel_reason: 'text',
  registered: 'int',
  ticked: 'int',
  attended: 'int',
  version: 'int',
} as const;

/** What the unit writes: whether it comes. */
export const UNIT_COLUMNS = { presence: 'text', staff: 'int', version: 'int' } as const;

export const SESSION_COLUMNS = {
  id: 'uuid',
  ml_id: 'uuid',
  unit_id: 'uuid',
  starts_at: 'timestamptz',
  place: 'text',
  seats: 'int',
  ...OWN_COLUMNS,
} as const;

/** What is read of a session. */
export const SELECTED = [...Object.keys(SESSION_COLUMNS), 'presence', 'staff']
  .map((name) => `t.${name}`)
  .join(', ');

/** The row of a session. */
export function toRow(session: InformationSession): SessionRow {
  return {
    id: session.id,
    ml_id: session.missionLocaleId,
    unit_id: session.unitId,
    starts_at: session.startsAt,
    place: session.place,
    seats: session.seats,
    state: session.state,
    cancel_reason: session.cancelReason,
    presence: session.presence,
    staff: session.staff,
    registered: session.registered,
    ticked: session.ticked,
    attended: session.attended,
    version: session.version,
  };
}

/** The session of a row. */
export function toSession(row: SessionRow): InformationSession {
  return {
    id: row.id,
    missionLocaleId: row.ml_id,
    unitId: row.unit_id,
    startsAt: row.starts_at,
    place: row.place,
    seats: row.seats,
    state: row.state,
    cancelReason: row.cancel_reason,
    presence: row.presence,
    staff: row.staff,
    registered: row.registered,
    ticked: row.ticked,
    attended: row.attended,
    version: row.version,
  };
}
