import type { Actor, Instant, LocalDate, OrganisationKind } from '../../kernel/index.js';
import type { ContactDetails } from '../domain/contact-details.js';
import type { Convention } from '../domain/convention.js';
import type { CoverageEntry, Routing } from '../domain/coverage.js';
import type { CoveragePair } from '../domain/coverage-plan.js';
import type { Organisation } from '../domain/organisation.js';
import type { FieldChange } from '../domain/organisation-changes.js';
import type { KnownOrganisation } from '../domain/shipped-register.js';

/** The register of organisations: small, public, kept in memory and refreshed. */
export abstract class OrganisationDirectory {
  abstract byId(id: string): Promise<Organisation | undefined>;
  abstract byCode(code: string): Promise<Organisation | undefined>;
  /** In the order of the codes; those of the past included. */
  abstract all(kind?: OrganisationKind): Promise<readonly Organisation[]>;
  /** Where it is found and called: organisation data, for everybody. */
  abstract contactOf(id: string): Promise<ContactDetails>;
  abstract conventionBetween(
    missionLocaleId: string,
    unitId: string,
    on: LocalDate,
  ): Promise<Convention | undefined>;
  /** Conventions in force on a day, of one organisation or of all. */
  abstract conventionsOn(on: LocalDate, organisationId?: string): Promise<readonly Convention[]>;
  /** Where the case of someone living in this commune goes on a day; read afresh each time. */
  abstract missionLocaleOf(communeCode: string, on: LocalDate): Promise<Routing>;
}

/** What one act changed of one organisation. */
export interface RegisterAct {
  /** Common to all that changed at once. */
  readonly actId: string;
  readonly organisationId: string;
  readonly at: Instant;
  readonly changes: readonly FieldChange[];
}

/** An act of the history, with whoever did it where it is known. */
export interface PastAct {
  readonly actId: string;
  readonly at: Instant;
  readonly actorType: string;
  readonly role: string;
  /** Of the person; null for the service itself, or an account that is no more. */
  readonly name: string | null;
  readonly changes: readonly FieldChange[];
}

/** How much hangs on an organisation, today. */
export interface Attached {
  /** Of people who may work for it now. */
  readonly accounts: number;
  readonly clients: number;
  /** Communes of a mission locale. */
  readonly communes: number;
  readonly conventions: number;
}

/** Counts what waits between two organisations; answered by the referrals, which are above. */
export abstract class OpenFiles {
  /** Of the organisation whose scope is open. */
  abstract count(): Promise<number>;
}

/** Writes the reference data of this feature. Only inside a unit of work of the technical scope. */
export abstract class OrganisationRegister {
  /** Whoever changes the register waits here for whoever does so now, until its transaction ends. */
  abstract lock(): Promise<void>;
  /** Every organisation as it stands, in the order of the codes. */
  abstract known(): Promise<readonly KnownOrganisation[]>;
  /** Adds organisations and replaces the known ones, found by id; after `lock`. */
  abstract saveOrganisations(organisations: readonly KnownOrganisation[]): Promise<void>;
  /** Adds to the history of the register, which nothing changes afterwards. */
  abstract noteChanges(acts: readonly RegisterAct[], actor: Actor): Promise<void>;
  /** The latest acts first, at most 50. */
  abstract historyOf(organisationId: string): Promise<readonly PastAct[]>;
  abstract attachedTo(organisationId: string, on: LocalDate): Promise<Attached>;
  /** Adds conventions; one that exists for the pair and the first day stays as it is. */
  abstract addConventions(conventions: readonly Convention[]): Promise<void>;
  /** Every convention, as it is written. */
  abstract conventions(): Promise<readonly Convention[]>;
  /** Adds conventions and replaces the known ones, found by their pair and first day. */
  abstract saveConventions(conventions: readonly Convention[]): Promise<void>;
  /** The coverage in force on a day or to come. */
  abstract coverageFrom(on: LocalDate): Promise<readonly CoverageEntry[]>;
  /** Ends on `lastDay` what is in force for these pairs. */
  abstract closeCoverage(pairs: readonly CoveragePair[], lastDay: LocalDate): Promise<void>;
  /** Starts on `firstDay` the coverage of these pairs, without end. */
  abstract openCoverage(pairs: readonly CoveragePair[], firstDay: LocalDate): Promise<void>;
}
