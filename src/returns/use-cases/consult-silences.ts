import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Actor } from '../../kernel/index.js';
import {
  isInRegionOf,
  OrganisationDirectory,
  type Organisation,
} from '../../organisations/index.js';
import { Silences, type KeptSilence } from './silence-ports.js';

/** A mission locale that leaves returns without a sign. */
export interface SilentMissionLocale extends KeptSilence {
  readonly missionLocale: Organisation;
}

/** Reads which missions locales of a region are silent. Nobody is named or counted below the floor. */
@Injectable()
export class ConsultSilences {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly silences: Silences,
    private readonly organisations: OrganisationDirectory,
  ) {}

  /** In the order of their names. */
  async of(actor: Actor): Promise<SilentMissionLocale[]> {
    const body = actor.organisation && (await this.organisations.byId(actor.organisation.id));
    if (!body) return [];
    const kept = await this.unitOfWork.read(actor, () => this.silences.all());
    const known = await Promise.all(
      kept.map(async (one) => {
        const missionLocale = await this.organisations.byId(one.missionLocaleId);
        return missionLocale && isInRegionOf(body, missionLocale)
          ? [{ ...one, missionLocale }]
          : [];
      }),
    );
    const name = ({ missionLocale }: SilentMissionLocale) => missionLocale.usualName;
    return known.flat().toSorted((one, other) => name(one).localeCompare(name(other), 'fr'));
  }
}
