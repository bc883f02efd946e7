import type { Confirmation, Instant, LocalDate } from '../../kernel/index.js';
import type { VolunteerChange } from '../domain/decide-volunteer.js';
import type { Incorporation, VolunteerAct } from '../domain/service-facts.js';
import type { ViewLimits } from '../domain/service-views.rules.js';
import type { Exit, Presence, Volunteer, VolunteerState } from '../domain/volunteer.js';

/** Services as records to decide on. Set-based; only inside a unit of work. */
export abstract class Volunteers {
  abstract byIds(ids: readonly string[]): Promise<Volunteer[]>;
  abstract ofCandidacies(candidacyIds: readonly string[]): Promise<Volunteer[]>;
  /**
   * Writes records and history together; a change without a `before` begins a service.
   * @throws ChangedMeanwhile when one was changed since it was read
   * @throws AlreadyIncorporated when a candidacy already has its service
   */
  abstract saveAll(changes: readonly VolunteerChange[]): Promise<void>;
  /** Moves the reference dates of records that a more recent row found as it says. */
  abstract confirmAll(confirmations: readonly Confirmation[]): Promise<void>;
  /** What people and programs did with these services, oldest first. */
  abstract actsOn(volunteerIds: readonly string[]): Promise<VolunteerAct[]>;
  /** What the unit last said of the exit of each, also when it took it back. */
  abstract lastExits(volunteerIds: readonly string[]): Promise<ReadonlyMap<string, Exit>>;
  /** The same of the day of incorporation. */
  abstract lastIncorporations(
    volunteerIds: readonly string[],
  ): Promise<ReadonlyMap<string, Incorporation>>;
  /** The months of presence of each that stand, the earliest first. */
  abstract standingMonths(
    volunteerIds: readonly string[],
  ): Promise<ReadonlyMap<string, readonly Presence[]>>;
  /**
   * Says which months of presence of each stand: one may be taken back while a later one stands.
   * @throws ChangedMeanwhile when a service is no longer the version that was read
   */
  abstract keepMonths(kept: readonly KeptMonths[]): Promise<void>;
}

/** The months of presence of a service of that version that stand. */
export interface KeptMonths extends Pick<Volunteer, 'id' | 'version'> {
  readonly months: readonly Presence[];
}

/**
 * What the mission locale's side does when a service begins, changes or ends, in the same unit of
 * work: nobody is lost between the two, not for a second. Set-based.
 */
export abstract class ServiceFollowers {
  abstract follow(changes: readonly VolunteerChange[]): Promise<void>;
}

/** Filters of a list of services; all optional, all combined. */
export interface VolunteerFilter {
  readonly states?: readonly VolunteerState[];
  readonly reference?: string;
  readonly unitFileNumber?: string;
  readonly missionLocaleId?: string;
  readonly unitId?: string;
  /** Of all files of this person. */
  readonly personId?: string;
  /** Those whose service ends, or is announced to end, on this day at the latest. */
  readonly endsBy?: LocalDate;
}

/** A service as listed or opened. */
export interface VolunteerSummary {
  readonly volunteer: Volunteer;
  readonly reference: string | null;
  readonly unitFileNumber: string | null;
  readonly origin: string;
  readonly createdAt: Instant;
}

/** One line of the history of a service. */
export interface VolunteerEvent {
  readonly command: string;
  /** Null for the beginning. */
  readonly from: VolunteerState | null;
  readonly to: VolunteerState;
  readonly effectiveOn: LocalDate;
  readonly recordedAt: Instant;
  readonly role: string;
  readonly organisationId: string | null;
  readonly channel: string;
}

/** Reads for lists and pages. Only inside a unit of work. */
export abstract class VolunteerQueries {
  abstract page(
    filter: VolunteerFilter,
    limit: number,
    after: { createdAt: Instant; id: string } | null,
  ): Promise<{ items: VolunteerSummary[]; total: number }>;
  abstract one(id: string): Promise<VolunteerSummary | null>;
  abstract history(id: string): Promise<VolunteerEvent[]>;
  /** Announced exits of a unit whose day has come, each to take effect. */
  abstract exitsDue(unitId: string, today: LocalDate): Promise<Volunteer[]>;
}

/** What is looked for among services; all optional, all combined. */
export interface ServiceSearch {
  /** Words of the young person's name, folded: each must be in the surname or the first name. */
  readonly nameWords?: readonly string[];
  /** Number of the unit's file, or reference of the referral. */
  readonly number?: string;
}

/** A selected candidate whose day of incorporation nobody told yet. */
export interface AwaitedIncorporation {
  readonly candidacyId: string;
  readonly personId: string;
  readonly missionLocaleId: string | null;
  readonly unitId: string;
  readonly origin: string;
  readonly unitFileNumber: string | null;
  readonly plannedIncorporationOn: LocalDate | null;
}

/** A part of a list. */
export interface Range {
  readonly limit: number;
  readonly offset: number;
}

/** Services in some states, those whose presence is to be told, or those that end soon. */
export type ServiceView = readonly VolunteerState[] | 'presence' | 'ends';

/** How many services each view holds. */
export interface ServiceCounts {
  readonly byState: ReadonlyMap<VolunteerState, number>;
  readonly presence: number;
  readonly ends: number;
}

/** The list of services of a unit or a mission locale. Only inside a unit of work. */
export abstract class ServiceList {
  /** How many there are, by the conditions of the list itself. */
  abstract counts(search: ServiceSearch, limits: ViewLimits): Promise<ServiceCounts>;
  /** Those that end first come first. */
  abstract page(
    search: ServiceSearch,
    view: { readonly shown: ServiceView; readonly limits: ViewLimits },
    range: Range,
  ): Promise<VolunteerSummary[]>;
  /** Selected candidates without a service, the nearest day first, and how many there are. */
  abstract awaited(
    search: ServiceSearch,
    range: Range,
  ): Promise<{ items: AwaitedIncorporation[]; total: number }>;
  /** The same of all files of one person. */
  abstract awaitedOf(personId: string): Promise<AwaitedIncorporation[]>;
}
