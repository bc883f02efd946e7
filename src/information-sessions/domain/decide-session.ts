import { actingRole, decide, type Actor } from '../../kernel/index.js';
import {
  UNIT_ABSENT,
  type Attendance,
  type CancelReason,
  type UnitPresence,
} from './code-lists.js';
import {
  informationSessionMachine,
  type SessionCommand,
  type SessionMoment,
  type SessionRefusal,
} from './information-session.machine.js';
import type { InformationSession, Registration } from './information-session.js';

/** A command, with what it says. */
export type SessionRequest =
  | { readonly command: 'answer'; readonly presence: UnitPresence; readonly staff: number | null }
  | { readonly command: 'register' | 'unregister'; readonly personId: string }
  | {
      readonly command: 'record-attendance';
      readonly personId: string;
      readonly attendance: Attendance;
    }
  | { readonly command: 'cancel'; readonly reason: CancelReason };

/** What becomes of one registration. */
export type RegistrationChange =
  | { readonly kind: 'add' | 'remove'; readonly personId: string }
  | { readonly kind: 'tick'; readonly personId: string; readonly attendance: Attendance };

/** What a command does once decided. */
export interface SessionChange {
  /** Null when the session is planned. */
  readonly before: InformationSession | null;
  readonly after: InformationSession;
  readonly command: SessionCommand | 'plan';
  readonly registration: RegistrationChange | null;
  readonly actor: Actor;
}

export type SessionDecision =
  | { readonly ok: true; readonly change: SessionChange }
  | { readonly ok: false; readonly refusal: 'wrong-state' | 'not-allowed' | SessionRefusal };

/** Pure: applies the life-cycle to one request. Pages and API pass here. */
export function decideSession(
  session: InformationSession,
  request: SessionRequest,
  moment: SessionMoment,
  actor: Actor,
): SessionDecision {
  const { command } = request;
  const decision = decide(informationSessionMachine, session, command, actingRole(actor), moment);
  if (!decision.ok) return { ok: false, refusal: decision.refusal };
  const after: InformationSession = {
    ...session,
    ...writtenBy(session, request, moment),
    state: decision.to,
    version: session.version + 1,
  };
  const registration = registrationOf(request);
  return { ok: true, change: { before: session, after, command, registration, actor } };
}

function writtenBy(
  session: InformationSession,
  request: SessionRequest,
  { registration }: SessionMoment,
): Partial<InformationSession> {
  switch (request.command) {
    case 'answer': {
      const { presence, staff } = request;
      return { presence, staff: presence === UNIT_ABSENT ? null : (staff ?? 1) };
    }
    case 'register':
      return { registered: session.registered + 1 };
    case 'unregister':
      return { registered: session.registered - 1, ...recounted(session, registration, null) };
    case 'record-attendance':
      return recounted(session, registration, request.attendance);
    case 'cancel':
      return { cancelReason: request.reason };
  }
}

/** The counts once one registration says `attendance` in place of what it said. */
function recounted(
  { ticked, attended }: InformationSession,
  registration: Registration | null,
  attendance: Attendance | null,
): Pick<InformationSession, 'ticked' | 'attended'> {
  const before = registration?.attendance ?? null;
  const told = (one: Attendance | null) => (one === null ? 0 : 1);
  const came = (one: Attendance | null) => (one === 'PRESENT' ? 1 : 0);
  return {
    ticked: ticked - told(before) + told(attendance),
    attended: attended - came(before) + came(attendance),
  };
}

function registrationOf(request: SessionRequest): RegistrationChange | null {
  switch (request.command) {
    case 'register':
      return { kind: 'add', personId: request.personId };
    case 'unregister':
      return { kind: 'remove', personId: request.personId };
    case 'record-attendance':
      return { kind: 'tick', personId: request.personId, attendance: request.attendance };
    default:
      return null;
  }
}
