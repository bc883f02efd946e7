import { Injectable } from '@nestjs/common';
import { Clock, epochMillis, UnitOfWork } from '../../kernel/index.js';
import type { LocalDate, OrganisationKind, SystemActor } from '../../kernel/index.js';
import { openTransaction } from '../../platform/database/transaction.js';
import { CommuneDirectory } from '../domain/commune-directory.js';
import { NO_CONTACT, type ContactDetails } from '../domain/contact-details.js';
import { conventionBetween } from '../domain/convention.js';
import type { Convention } from '../domain/convention.js';
import { missionLocaleOf } from '../domain/coverage.js';
import type { Routing } from '../domain/coverage.js';
import { isActiveOn } from '../domain/organisation.js';
import type { Organisation } from '../domain/organisation.js';
import { OrganisationDirectory } from '../use-cases/ports.js';
import { coverageOf } from './coverage-rows.js';
import { pairKey, readSnapshot } from './organisation-snapshot.js';
import type { OrganisationSnapshot } from './organisation-snapshot.js';

/** How long another process may take to see a change of the register. */
const STALE_MILLIS = 30_000;
/** From this age on one caller reads the register again, while the others go on with what is known. */
const REFRESH_MILLIS = 20_000;

const READER: SystemActor = {
  type: 'system',
  id: 'system',
  task: 'organisations.read',
  organisation: null,
  channel: { kind: 'system', task: 'organisations.read' },
  correlationId: 'organisations.read',
};

/**
 * The register kept in memory. It reads in the caller's transaction when there is one, since every
 * scope may read the register and a second connection could starve the pool.
 */
@Injectable()
export class DatabaseOrganisationDirectory extends OrganisationDirectory {
  private snapshot: OrganisationSnapshot | undefined;
  private isRefreshing = false;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly communes: CommuneDirectory,
  ) {
    super();
  }

  /** Forgets what is in memory, after a change of the register by this process. */
  forget(): void {
    this.snapshot = undefined;
  }

  override async byId(id: string): Promise<Organisation | undefined> {
    return (await this.fresh()).byId.get(id);
  }

  override async byCode(code: string): Promise<Organisation | undefined> {
    return (await this.fresh()).byCode.get(code);
  }

  override async all(kind?: OrganisationKind): Promise<readonly Organisation[]> {
    const organisations = [...(await this.fresh()).byCode.values()];
    return kind === undefined ? organisations : organisations.filter((one) => one.kind === kind);
  }

  override async contactOf(id: string): Promise<ContactDetails> {
    return (await this.fresh()).contacts.get(id) ?? NO_CONTACT;
  }

  override async conventionBetween(
    missionLocaleId: string,
    unitId: string,
    on: LocalDate,
  ): Promise<Convention | undefined> {
    const { byPair } = await this.fresh();
    const conventions = byPair.get(pairKey({ missionLocaleId, unitId })) ?? [];
    return conventionBetween(conventions, missionLocaleId, unitId, on);
  }

  override async conventionsOn(
    on: LocalDate,
    organisationId?: string,
  ): Promise<readonly Convention[]> {
    const { conventions } = await this.fresh();
    return conventions.filter(
      (convention) =>
        isActiveOn(convention, on) &&
        (organisationId === undefined ||
          convention.missionLocaleId === organisationId ||
          convention.unitId === organisationId),
    );
  }

  override async missionLocaleOf(communeCode: string, on: LocalDate): Promise<Routing> {
    const currentOf = (code: string) => this.communes.currentOf(code);
    const codes = [communeCode, currentOf(communeCode) ?? communeCode];
    const coverage = await this.reading(() => coverageOf(codes));
    return missionLocaleOf(communeCode, on, coverage, currentOf);
  }

  private async fresh(): Promise<OrganisationSnapshot> {
    const now = epochMillis(this.clock.now());
    const known = this.snapshot;
    const age = known ? Math.abs(now - known.readAt) : Infinity;
    if (known && (age < REFRESH_MILLIS || (this.isRefreshing && age < STALE_MILLIS))) return known;
    this.isRefreshing = true;
    try {
      this.snapshot = await this.reading(() => readSnapshot(now, known));
      return this.snapshot;
    } finally {
      this.isRefreshing = false;
    }
  }

  private reading<T>(work: () => Promise<T>): Promise<T> {
    return openTransaction() ? work() : this.unitOfWork.run(READER, work);
  }
}
