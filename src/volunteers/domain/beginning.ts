import type { Actor, LocalDate } from '../../kernel/index.js';
import type { IncorporationStatus } from './code-lists.js';
import type { VolunteerChange } from './decide-volunteer.js';
import type { VolunteerCommand } from './volunteer.machine.js';
import type { Volunteer, VolunteerState } from './volunteer.js';
import type { IncorporationInput } from './volunteer.rules.js';

/** The selected candidacy that a service begins with. */
export type ServiceOrigin = Pick<
  Volunteer,
  'unitId' | 'missionLocaleId' | 'referralId' | 'personId' | 'personOwnerId'
> & { readonly id: string };

/** How the day of incorporation of a selected candidate went. */
export interface BeginningInput extends IncorporationInput {
  readonly status: IncorporationStatus;
}

const BEGINNINGS = {
  INCORPORE: { state: 'in-service', command: 'incorporate' },
  REPORT: { state: 'postponed', command: 'postpone' },
  ABSENT_INCORPORATION: { state: 'absent', command: 'miss' },
} as const satisfies Record<
  IncorporationStatus,
  { state: VolunteerState; command: VolunteerCommand }
>;

/** Pure: the first fact of a service; a postponement is told today, the rest of the day it is about. */
export function beginningOfService(
  candidacy: ServiceOrigin,
  id: string,
  { status, ...incorporation }: BeginningInput,
  actor: Actor,
  today: LocalDate,
): VolunteerChange {
  const { state, command } = BEGINNINGS[status];
  const effectiveOn = status === 'REPORT' ? today : (incorporation.incorporatedOn ?? today);
  const after: Volunteer = {
    id,
    unitId: candidacy.unitId,
    missionLocaleId: candidacy.missionLocaleId,
    referralId: candidacy.referralId,
    candidacyId: candidacy.id,
    personId: candidacy.personId,
    personOwnerId: candidacy.personOwnerId,
    ...incorporation,
    state,
    stateOn: effectiveOn,
    presence: null,
    exit: null,
    asOf: { on: effectiveOn, sequence: 0, line: 0 },
    version: 1,
  };
  return { before: null, after, command, effectiveOn, actor, isMedical: false };
}
