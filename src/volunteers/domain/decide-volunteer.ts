import {
  actingRole,
  decide,
  isNotOlder,
  type Actor,
  type AsOf,
  type LocalDate,
  type Month,
} from '../../kernel/index.js';
import {
  MEDICAL_EXIT,
  recordedReason,
  type Exit,
  type Presence,
  type Volunteer,
  type VolunteerState,
} from './volunteer.js';
import { volunteerMachine, type VolunteerCommand } from './volunteer.machine.js';
import type { ExitInput, IncorporationInput } from './volunteer.rules.js';

/** What may come with a command. */
export interface VolunteerWrites {
  readonly incorporation?: IncorporationInput;
  readonly presence?: Presence;
  readonly exit?: ExitInput;
  readonly amendment?: Pick<IncorporationInput, 'track' | 'site' | 'plannedEndOn'>;
}

/** What the unit, or the service at a day that has come, wants to do with one service. */
export interface VolunteerRequest {
  readonly volunteer: Volunteer;
  readonly command: VolunteerCommand;
  readonly actor: Actor;
  /** Civil day of the act in the unit's zone, which may be before the day it is recorded. */
  readonly effectiveOn: LocalDate;
  readonly today: LocalDate;
  readonly asOf: AsOf;
  readonly writes: VolunteerWrites;
}

/** What a command does once decided. */
export interface VolunteerChange {
  /** Null when the service begins. */
  readonly before: Volunteer | null;
  readonly after: Volunteer;
  readonly command: VolunteerCommand;
  readonly effectiveOn: LocalDate;
  readonly actor: Actor;
  /** True when the reason is medical: it goes sealed into the table of conclusions. */
  readonly isMedical: boolean;
}

export type VolunteerDecision =
  | { readonly ok: true; readonly change: VolunteerChange }
  | { readonly ok: false; readonly refusal: string };

/** Pure: applies the life-cycle to one request. Screens, API, files and the clock all pass here. */
export function decideVolunteer(request: VolunteerRequest): VolunteerDecision {
  const { volunteer, command, actor, effectiveOn } = request;
  const decision = decide(volunteerMachine, volunteer, command, actingRole(actor), {
    today: request.today,
    ...contextOf(request),
  });
  if (!decision.ok) return { ok: false, refusal: decision.refusal };
  const after: Volunteer = {
    ...volunteer,
    ...writtenBy(request),
    state: decision.to,
    stateOn: stateOnOf(request, decision.to),
    asOf: isNotOlder(request.asOf, volunteer.asOf) ? request.asOf : volunteer.asOf,
    version: volunteer.version + 1,
  };
  const isMedical = request.writes.exit?.reason === MEDICAL_EXIT;
  return { ok: true, change: { before: volunteer, after, command, effectiveOn, actor, isMedical } };
}

/**
 * Since when the state is so. A corrected exit was on the day that is now said; whoever did not leave
 * after all was in service since the day of incorporation.
 */
function stateOnOf(request: VolunteerRequest, to: VolunteerState): LocalDate {
  const { volunteer, writes, command, effectiveOn } = request;
  if (command === 'resume') return volunteer.incorporatedOn ?? volunteer.stateOn;
  if (to !== volunteer.state) return effectiveOn;
  const isExited = volunteer.state === 'exited';
  return (isExited ? writes.exit?.exitedOn : undefined) ?? volunteer.stateOn;
}

function contextOf({ writes, effectiveOn, command }: VolunteerRequest): {
  incorporatedOn?: LocalDate | null;
  exitedOn?: LocalDate;
  month?: Month;
} {
  const { incorporation, exit, presence } = writes;
  if (command === 'take-effect') return { exitedOn: effectiveOn };
  return {
    ...(incorporation ? { incorporatedOn: incorporation.incorporatedOn } : {}),
    ...(exit ? { exitedOn: exit.exitedOn } : {}),
    ...(presence ? { month: presence.month } : {}),
  };
}

function writtenBy({ command, writes }: VolunteerRequest): Partial<Volunteer> {
  const { incorporation, amendment, presence, exit } = writes;
  if (command === 'resume') return { exit: null };
  return {
    ...incorporation,
    ...amendment,
    ...(presence ? { presence } : {}),
    ...(exit ? { exit: recordedExit(exit) } : {}),
  };
}

function recordedExit(exit: ExitInput): Exit {
  return { ...exit, reason: recordedReason(exit.reason) };
}
