import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../kernel/index.js';
import type { Actor, LocalDate } from '../../kernel/index.js';
import type { Convention } from '../domain/convention.js';
import type { CoveragePair } from '../domain/coverage-difference.js';
import type { Organisation } from '../domain/organisation.js';
import { OrganisationRegister } from './ports.js';

/** The reference data that the project ships, or a part of it. */
export interface ReferenceData {
  readonly organisations: readonly Organisation[];
  /** Only the demonstration has some from the start. */
  readonly conventions: readonly Convention[];
  /** By structure code. */
  readonly coverage: readonly CoveragePair[];
  readonly coverageFrom: LocalDate;
}

/**
 * Brings the register to what the project ships. Can be run at every start: organisations are brought
 * up to date, existing conventions stay, and a coverage already there is never replaced, since an
 * operator may have loaded a more recent one.
 */
@Injectable()
export class LoadReferenceData {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly register: OrganisationRegister,
  ) {}

  execute(data: ReferenceData, actor: Actor): Promise<void> {
    return this.unitOfWork.run(actor, () => this.load(data), { lens: 'technical' });
  }

  private async load(data: ReferenceData): Promise<void> {
    await this.register.saveOrganisations(data.organisations);
    await this.register.addConventions(data.conventions);
    const known = await this.register.coverageFrom(data.coverageFrom);
    if (known.length === 0) await this.register.openCoverage(data.coverage, data.coverageFrom);
  }
}
