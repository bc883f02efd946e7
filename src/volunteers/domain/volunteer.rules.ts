import {
  addDays,
  addMonthsToDate,
  monthOf,
  type FieldIssue,
  type LocalDate,
  type Month,
} from '../../kernel/index.js';
import type { Certification, ExitReason, ExitSituation } from './code-lists.js';
import type { Exit, LevelAtExit, Volunteer, VolunteerType } from './volunteer.js';

/** What a guard may look at besides the service. */
export interface VolunteerContext {
  /** Today in the unit's zone. */
  readonly today: LocalDate;
  /** Day of the incorporation about to be written. */
  readonly incorporatedOn?: LocalDate | null;
  readonly exitedOn?: LocalDate;
  readonly month?: Month;
}

/** Refusals of the guards, codes of exchange.md 6.5. */
export type VolunteerRefusal = 'CHRONOLOGIE' | 'TRANSITION_INTERDITE';

/** A day of incorporation never goes back before one that was missed (exchange.md 7.a). */
export function incorporationRefusal(
  volunteer: Volunteer,
  { incorporatedOn }: VolunteerContext,
): VolunteerRefusal | undefined {
  if (!incorporatedOn || volunteer.state !== 'absent' || !volunteer.incorporatedOn)
    return undefined;
  return incorporatedOn < volunteer.incorporatedOn ? 'CHRONOLOGIE' : undefined;
}

/** A month speaks of a service that has begun, and never of one before the last said (F11). */
export function presenceRefusal(
  volunteer: Volunteer,
  { month }: VolunteerContext,
): VolunteerRefusal | undefined {
  if (!month || !volunteer.incorporatedOn) return undefined;
  if (month < monthOf(volunteer.incorporatedOn)) return 'CHRONOLOGIE';
  return volunteer.presence && month < volunteer.presence.month ? 'CHRONOLOGIE' : undefined;
}

/** An announcement is about a day to come (F14); the day itself is an exit. */
export function announcementRefusal(
  volunteer: Volunteer,
  { exitedOn, today }: VolunteerContext,
): VolunteerRefusal | undefined {
  if (!exitedOn) return undefined;
  return exitedOn <= today ? 'TRANSITION_INTERDITE' : exitRefusal(volunteer, { exitedOn, today });
}

/** Nobody leaves before the day of incorporation (exchange.md 7.a, SOR). */
export function exitRefusal(
  volunteer: Volunteer,
  { exitedOn }: VolunteerContext,
): VolunteerRefusal | undefined {
  if (!exitedOn || !volunteer.incorporatedOn) return undefined;
  return exitedOn < volunteer.incorporatedOn ? 'CHRONOLOGIE' : undefined;
}

/** Only an announced exit whose day has come takes effect by itself. */
export function effectRefusal(
  { exit }: Volunteer,
  { today }: VolunteerContext,
): VolunteerRefusal | undefined {
  return exit && exit.exitedOn <= today ? undefined : 'TRANSITION_INTERDITE';
}

/** There is an exit to take back: made, or announced. */
export function resumptionRefusal({ exit }: Volunteer): VolunteerRefusal | undefined {
  return exit ? undefined : 'TRANSITION_INTERDITE';
}

/** An incorporation as the unit gives it, by any door. */
export interface IncorporationInput {
  readonly incorporatedOn: LocalDate | null;
  readonly volunteerType: VolunteerType;
  readonly track: string | null;
  readonly site: string | null;
  readonly plannedEndOn: LocalDate | null;
}

/** Longest service a file may say, in years (exchange.md 7.a, INC). */
const LONGEST_SERVICE_YEARS = 5;

/** What is wrong in an incorporation that took place; nothing when all is well (exchange.md 7.a, INC). */
export function incorporationIssues(input: IncorporationInput, today: LocalDate): FieldIssue[] {
  const { incorporatedOn } = input;
  if (!incorporatedOn) {
    const detail = 'Indiquez le jour de l’incorporation.';
    return [{ pointer: '/incorporatedOn', code: 'required', detail }];
  }
  return [...futureIssues('/incorporatedOn', incorporatedOn, today), ...endIssues(input)];
}

/** What is wrong in the end of a service (exchange.md 7.a, INC): after its start, five years at most. */
export function endIssues({
  incorporatedOn,
  plannedEndOn,
}: Pick<IncorporationInput, 'incorporatedOn' | 'plannedEndOn'>): FieldIssue[] {
  const pointer = '/plannedEndOn';
  if (!plannedEndOn) {
    return [{ pointer, code: 'required', detail: 'Indiquez la fin prévue du contrat.' }];
  }
  if (!incorporatedOn) return [];
  if (plannedEndOn <= incorporatedOn) {
    const detail = 'La fin prévue doit suivre l’incorporation.';
    return [{ pointer, code: 'CHRONOLOGIE', detail }];
  }
  if (plannedEndOn > addMonthsToDate(incorporatedOn, 12 * LONGEST_SERVICE_YEARS)) {
    const detail = 'Un contrat dure cinq ans au plus : vérifiez la fin prévue.';
    return [{ pointer, code: 'constraint-error', detail }];
  }
  return [];
}

/** An exit as the unit gives it, by any door. */
export interface ExitInput {
  readonly exitedOn: LocalDate;
  readonly isAnnounced: boolean;
  readonly reason: ExitReason;
  readonly situation: ExitSituation;
  readonly wantsSupport: boolean;
  readonly certifications: readonly Certification[];
  readonly assessedLevel: LevelAtExit | null;
}

/** What is wrong in an exit; nothing when all is well (exchange.md 7.a, SOR; domain.md 4.2, 4.3). */
export function exitIssues(exit: ExitInput, today: LocalDate | null): FieldIssue[] {
  return [
    ...(today ? futureIssues('/exitedOn', exit.exitedOn, today) : []),
    ...contradictions(exit),
  ];
}

function contradictions({ reason, situation }: ExitInput): FieldIssue[] {
  const pointer = '/situation';
  const code = 'constraint-error';
  if (reason === 'ENGAGEMENT_ARMEES' && situation !== 'ARMEES') {
    const detail = 'Qui s’engage dans les armées a « Engagement dans les armées » pour situation.';
    return [{ pointer, code, detail }];
  }
  if (reason === 'FIN_ANTICIPEE_INSERTION' && !isSolution(situation)) {
    const detail = 'Une sortie anticipée pour insertion a une solution : choisissez laquelle.';
    return [{ pointer, code, detail }];
  }
  return [];
}

function futureIssues(pointer: string, on: LocalDate, today: LocalDate): FieldIssue[] {
  if (on <= today) return [];
  return [{ pointer, code: 'DATE_FUTURE', detail: 'Ce jour n’est pas encore venu.' }];
}

const DROPOUT_REASONS: readonly string[] = [
  'DENONCIATION_VOLONTAIRE',
  'DENONCIATION_AUTORITE',
  'RESILIATION_DEMANDE',
  'RESILIATION_AUTORITE',
  'DEPART_SANS_AUTORISATION',
];

/** True when the reason makes the exit a dropout (source 003 l.21; domain.md 4.2). */
export function isDropout({ reason }: Pick<Exit, 'reason'>): boolean {
  return DROPOUT_REASONS.includes(reason);
}

/** True when the situation is one that the young person can live on (domain.md 4.3). */
export function isSolution(situation: ExitSituation): boolean {
  return situation !== 'SANS_SOLUTION' && situation !== 'NON_CONNU';
}

/** Why a young person comes back to the mission locale. */
export type ReturnCause = 'dropout' | 'no-solution' | 'wish';

/**
 * Why this exit hands the young person back to the mission locale; nothing when it does not. Dropouts
 * and exits without solution always do (source 003 l.21), a situation that nobody knows is not a
 * solution, and a wish is enough (exchange.md 7.a, SOR).
 */
export function returnCause(exit: Exit): ReturnCause | null {
  if (isDropout(exit)) return 'dropout';
  if (!isSolution(exit.situation)) return 'no-solution';
  return exit.wantsSupport ? 'wish' : null;
}

/** End of the probation: two months after the incorporation (decree 2008-955 art. 20 and 24-4). */
export function probationEndsOn(incorporatedOn: LocalDate): LocalDate {
  return addDays(addMonthsToDate(incorporatedOn, 2), -1);
}
