import type { AsOf } from '../../kernel/index.js';
import type { VolunteerCommand } from './volunteer.machine.js';
import type { Exit, Presence, Volunteer, VolunteerState } from './volunteer.js';

/** How the day of incorporation went, and what the service is: what flow INC tells. */
export type Incorporation = Pick<
  Volunteer,
  'volunteerType' | 'track' | 'site' | 'incorporatedOn' | 'plannedEndOn' | 'stateOn'
> & { readonly state: Exclude<VolunteerState, 'exited'> };

/** A service as its three facts, each told on its own: by the flows INC, CEU and SOR (exchange.md 7.a). */
export interface ServiceFacts {
  /** Null as long as nobody told the day of incorporation. */
  readonly incorporation: Incorporation | null;
  readonly presence: Presence | null;
  /** Made, or announced: then the young person is still in service. */
  readonly exit: Exit | null;
  readonly isExited: boolean;
}

export const NO_FACTS: ServiceFacts = {
  incorporation: null,
  presence: null,
  exit: null,
  isExited: false,
};

/** What a command wrote, as its line of history keeps it: a medical reason is masked. */
export interface SaidOfService {
  /** What was known when it was said: it counts after that, and before what came later. */
  readonly asOf: AsOf | null;
  readonly incorporation: Incorporation | null;
  readonly presence: Presence | null;
  readonly exit: Exit | null;
}

/** An act of a person, a program or the clock: files are read again from their bytes. */
export interface VolunteerAct {
  readonly volunteerId: string;
  readonly command: VolunteerCommand;
  readonly said: SaidOfService;
}

/** The three facts of a record. */
export function factsOf(volunteer: Volunteer): ServiceFacts {
  return {
    incorporation: isUntold(volunteer) ? null : incorporationOf(volunteer),
    presence: volunteer.presence,
    exit: volunteer.exit,
    isExited: volunteer.state === 'exited',
  };
}

/** The record that says these facts; of none, the one that waits for a day of incorporation. */
export function withFacts(volunteer: Volunteer, facts: ServiceFacts, asOf: AsOf | null): Volunteer {
  const { incorporation, presence, exit, isExited } = facts;
  if (!incorporation) return { ...volunteer, ...NOTHING_TOLD, asOf: null };
  const exitedOn = isExited ? exit?.exitedOn : undefined;
  return {
    ...volunteer,
    ...incorporation,
    ...(exitedOn ? { state: 'exited', stateOn: exitedOn } : {}),
    presence,
    exit,
    asOf,
  };
}

/** True for the record of a service of which nothing is left of what was said. */
export function isUntold({ state, incorporatedOn, asOf }: Volunteer): boolean {
  return state === 'postponed' && incorporatedOn === null && asOf === null;
}

/** True when both facts are the same, whatever order their keys are in. */
export function isSameFact(one: object | null, other: object | null): boolean {
  return textOf(one) === textOf(other);
}

const NOTHING_TOLD = {
  state: 'postponed',
  incorporatedOn: null,
  plannedEndOn: null,
  track: null,
  site: null,
  presence: null,
  exit: null,
} as const;

function incorporationOf(volunteer: Volunteer): Incorporation {
  const { volunteerType, track, site, incorporatedOn, plannedEndOn, state, stateOn } = volunteer;
  const common = { volunteerType, track, site, incorporatedOn, plannedEndOn };
  if (state !== 'exited' && state !== 'in-service') return { ...common, state, stateOn };
  // Whoever left, or nearly did, was in service since the day of incorporation.
  return { ...common, state: 'in-service', stateOn: incorporatedOn ?? stateOn };
}

function textOf(fact: object | null): string {
  return JSON.stringify(fact && Object.entries(fact).sort(([a], [b]) => (a < b ? -1 : 1)));
}
