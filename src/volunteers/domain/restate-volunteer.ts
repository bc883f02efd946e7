import { decide, type Actor, type LocalDate } from '../../kernel/index.js';
import type { VolunteerChange } from './decide-volunteer.js';
import { volunteerMachine } from './volunteer.machine.js';
import type { Volunteer } from './volunteer.js';

/** A service as all that was said of it makes it, when no other command brings its record there. */
export interface ServiceRestatement {
  readonly volunteer: Volunteer;
  readonly target: Volunteer;
  readonly actor: Actor;
  readonly effectiveOn: LocalDate;
  /** True when the target ended for a medical reason that is not sealed yet. */
  readonly isMedical: boolean;
}

/** Pure: the one command that compensates what should not have been said (exchange.md 7.e.3). */
export function restateVolunteer(restatement: ServiceRestatement): VolunteerChange {
  const { volunteer, target, actor, effectiveOn, isMedical } = restatement;
  const context = { today: effectiveOn };
  const as = 'unit-file';
  const decided = decide(volunteerMachine, volunteer, 'restate', as, context, target.state);
  if (!decided.ok) throw new Error(`a file may always be told anew: ${decided.refusal}`);
  const after = { ...target, state: decided.to, version: volunteer.version + 1 };
  const change = { before: volunteer, after, command: 'restate', effectiveOn, actor } as const;
  return { ...change, isMedical };
}
