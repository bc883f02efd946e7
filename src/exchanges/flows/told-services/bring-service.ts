import type { Actor, LocalDate } from '../../../kernel/index.js';
import {
  beginningOfService,
  decideVolunteer,
  factsOf,
  isSameFact,
  MEDICAL_EXIT,
  restateVolunteer,
  withFacts,
  type ServiceOrigin,
  type Volunteer,
  type VolunteerChange,
  type VolunteerCommand,
  type VolunteerWrites,
} from '../../../volunteers/index.js';
import type { FoldedService } from './fold-service.js';

/** With what a record is brought to what is told of it. */
export interface Bringing {
  readonly origin: ServiceOrigin;
  readonly newId: string;
  readonly actor: Actor;
  readonly today: LocalDate;
  /** True when the conclusion of a medical exit is sealed already: the record does not tell it. */
  readonly isReasonSealed: boolean;
}

const STATUSES = {
  'in-service': 'INCORPORE',
  postponed: 'REPORT',
  absent: 'ABSENT_INCORPORATION',
} as const;
const BEGINNINGS = { 'in-service': 'incorporate', postponed: 'postpone', absent: 'miss' } as const;

/**
 * Pure: the commands, in order, that bring a service to what is told of it, each decided as for a page or
 * the API. What no command may do, since it goes back on what was said, is restated (exchange.md 7.e.3).
 */
export function bringService(
  present: Volunteer | null,
  folded: FoldedService,
  bringing: Bringing,
): VolunteerChange[] {
  if (!present && !folded.facts.incorporation) return [];
  const changes: VolunteerChange[] = [];
  let service = present;
  for (;;) {
    const isReasonSealed = bringing.isReasonSealed || changes.some(({ isMedical }) => isMedical);
    const change = nextChange(service, folded, { ...bringing, isReasonSealed });
    if (!change) return changes;
    changes.push(change);
    if (change.command === 'restate') return changes;
    service = change.after;
  }
}

function nextChange(
  service: Volunteer | null,
  folded: FoldedService,
  bringing: Bringing,
): VolunteerChange | null {
  if (!service) return begun(folded, bringing);
  const isMedical = isMedicalExit(folded) && !bringing.isReasonSealed;
  const step = nextStep(service, folded, isMedical);
  if (!step) return null;
  const { asOf } = folded;
  const decision = step.command && asOf ? decided(service, step, folded, bringing) : null;
  if (decision) return decision;
  const target = withFacts(service, folded.facts, asOf);
  const { actor } = bringing;
  const effectiveOn = target.stateOn;
  return restateVolunteer({ volunteer: service, target, actor, effectiveOn, isMedical });
}

/** True when a file told last that the service ended for a medical reason. */
export function isMedicalExit({ facts, exitInput }: FoldedService): boolean {
  return facts.isExited && exitInput?.reason === MEDICAL_EXIT;
}

function begun({ facts, asOf }: FoldedService, bringing: Bringing): VolunteerChange {
  const { incorporation } = facts;
  if (!incorporation) throw new Error('a service begins with its incorporation');
  const { state, stateOn, ...input } = incorporation;
  const { origin, newId, actor } = bringing;
  const status = STATUSES[state];
  const change = beginningOfService(origin, newId, { status, ...input }, actor, stateOn);
  return { ...change, after: { ...change.after, asOf } };
}

interface Step {
  /** Null when no command does it. */
  readonly command: VolunteerCommand | null;
  readonly effectiveOn: LocalDate;
  readonly writes: VolunteerWrites;
}

/** The first part that differs: how it began, then who was there, then how it ended. */
function nextStep(service: Volunteer, folded: FoldedService, isReasonToSeal: boolean): Step | null {
  const now = factsOf(service);
  const { facts } = folded;
  if (!isSameFact(now.incorporation, facts.incorporation)) return beginningStep(service, folded);
  const isPresenceToTell = !isSameFact(now.presence, facts.presence);
  if (isPresenceToTell) return presenceStep(service, folded);
  const isEndToTell = !isSameFact(now.exit, facts.exit) || now.isExited !== facts.isExited;
  return isEndToTell || isReasonToSeal ? endStep(service, folded) : null;
}

function beginningStep(service: Volunteer, { facts, asOf }: FoldedService): Step {
  const { incorporation } = facts;
  const effectiveOn = incorporation?.stateOn ?? service.stateOn;
  if (!incorporation) return { command: null, effectiveOn, writes: {} };
  const { state, stateOn: _since, ...input } = incorporation;
  if (service.state === 'postponed' || service.state === 'absent') {
    return { command: BEGINNINGS[state], effectiveOn, writes: { incorporation: input } };
  }
  const { track, site, plannedEndOn, incorporatedOn, volunteerType } = incorporation;
  const isAmended =
    state === 'in-service' &&
    service.incorporatedOn === incorporatedOn &&
    service.volunteerType === volunteerType;
  if (!isAmended) return { command: null, effectiveOn, writes: {} };
  return {
    command: 'amend',
    effectiveOn: asOf?.on ?? effectiveOn,
    writes: { amendment: { track, site, plannedEndOn } },
  };
}

function presenceStep({ stateOn }: Volunteer, { facts, asOf }: FoldedService): Step {
  const { presence } = facts;
  const effectiveOn = asOf?.on ?? stateOn;
  if (!presence) return { command: null, effectiveOn, writes: {} };
  return { command: 'report-presence', effectiveOn, writes: { presence } };
}

function endStep(service: Volunteer, { facts, exitInput }: FoldedService): Step {
  const { exit, isExited } = facts;
  const effectiveOn = exit?.exitedOn ?? service.exit?.exitedOn ?? service.stateOn;
  if (!exit) return { command: 'resume', effectiveOn, writes: {} };
  if (!isExited) return { command: null, effectiveOn, writes: {} };
  const command = service.state === 'exited' ? 'correct-exit' : 'exit';
  return { command, effectiveOn, writes: { exit: exitInput ?? exit } };
}

/** The command, when the life-cycle lets it pass and it leads there. */
function decided(
  volunteer: Volunteer,
  { command, effectiveOn, writes }: Step,
  { facts, asOf }: FoldedService,
  { actor, today }: Bringing,
): VolunteerChange | null {
  if (!command || !asOf) return null;
  const request = { volunteer, command, actor, effectiveOn, today, asOf, writes };
  const decision = decideVolunteer(request);
  if (!decision.ok) return null;
  const after = { ...decision.change.after, asOf };
  const now = factsOf(after);
  const leads =
    command === 'report-presence'
      ? isSameFact(now.presence, facts.presence)
      : command === 'exit' || command === 'correct-exit' || command === 'resume'
        ? isSameFact(now.exit, facts.exit) && now.isExited === facts.isExited
        : isSameFact(now.incorporation, facts.incorporation);
  return leads ? { ...decision.change, after } : null;
}
