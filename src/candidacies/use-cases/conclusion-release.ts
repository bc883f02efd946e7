import { Injectable } from '@nestjs/common';
import type { Actor, LocalDate } from '../../kernel/index.js';
import { OrganisationDirectory } from '../../organisations/index.js';

/** A decision between a mission locale and a unit. */
interface DecisionBetween {
  readonly missionLocaleId: string;
  readonly unitId: string;
  readonly decidedOn: LocalDate;
}

/** Whether the convention of a pair releases medical conclusions to the mission locale (contract.md 5). */
@Injectable()
export class ConclusionRelease {
  constructor(private readonly organisations: OrganisationDirectory) {}

  async isReleased(
    { missionLocaleId, unitId, decidedOn }: DecisionBetween,
    { organisation }: Actor,
  ): Promise<boolean> {
    if (organisation?.kind === 'unit') return true;
    const link = await this.organisations.conventionBetween(missionLocaleId, unitId, decidedOn);
    return link?.duties.includes('medical-conclusion-release') ?? false;
  }
}
