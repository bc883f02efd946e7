import type { LocalDate, OrganisationKind } from '../../kernel/index.js';
import type { Convention } from '../domain/convention.js';
import type { CoverageEntry, Routing } from '../domain/coverage.js';
import type { CoveragePair } from '../domain/coverage-difference.js';
import type { Organisation } from '../domain/organisation.js';

/** The register of organisations: small, public, kept in memory and refreshed. */
export abstract class OrganisationDirectory {
  abstract byId(id: string): Promise<Organisation | undefined>;
  abstract byCode(code: string): Promise<Organisation | undefined>;
  /** In the order of the codes; those of the past included. */
  abstract all(kind?: OrganisationKind): Promise<readonly Organisation[]>;
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

/** Writes the reference data of this feature. Only inside a unit of work of the technical scope. */
export abstract class OrganisationRegister {
  /** Adds organisations and brings the known ones, found by id, up to date. */
  abstract saveOrganisations(organisations: readonly Organisation[]): Promise<void>;
  /** Adds conventions; one that exists for the pair and the first day stays as it is. */
  abstract addConventions(conventions: readonly Convention[]): Promise<void>;
  /** The coverage in force on a day or to come. */
  abstract coverageFrom(on: LocalDate): Promise<readonly CoverageEntry[]>;
  /** Ends on `lastDay` what is in force for these pairs. */
  abstract closeCoverage(pairs: readonly CoveragePair[], lastDay: LocalDate): Promise<void>;
  /** Starts on `firstDay` the coverage of these pairs, without end. */
  abstract openCoverage(pairs: readonly CoveragePair[], firstDay: LocalDate): Promise<void>;
}
