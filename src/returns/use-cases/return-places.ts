import { Injectable } from '@nestjs/common';
import { Clock, localDateIn, type LocalDate } from '../../kernel/index.js';
import { OrganisationDirectory, type Organisation } from '../../organisations/index.js';
import type { DeadlineBook } from '../domain/deadline.rules.js';
import { inChargeOf } from '../domain/return-episode.js';
import { DeadlineOverrides } from './ports.js';

/** What day it is for whom, and by which rules their days are counted. */
export interface ReturnPlace {
  readonly today: LocalDate;
  readonly book: DeadlineBook;
}

/** Finds the calendar and the rules of the organisation that has to act. */
@Injectable()
export class ReturnPlaces {
  constructor(
    private readonly organisations: OrganisationDirectory,
    private readonly overrides: DeadlineOverrides,
    private readonly clock: Clock,
  ) {}

  /** Inside a unit of work: the mission locale's, or the unit's while nobody else is in charge. */
  async of(
    episodes: readonly { readonly missionLocaleId: string | null; readonly unitId: string }[],
  ): Promise<(episode: (typeof episodes)[number]) => ReturnPlace> {
    const overrides = await this.overrides.all();
    const places = new Map<string, ReturnPlace>();
    for (const id of new Set(episodes.map(inChargeOf))) {
      places.set(id, this.placeOf(await this.organisations.byId(id), id, overrides));
    }
    return (episode) => {
      const place = places.get(inChargeOf(episode));
      if (!place) throw new Error('each return has somebody in charge');
      return place;
    };
  }

  private placeOf(
    organisation: Organisation | undefined,
    organisationId: string,
    overrides: DeadlineBook['overrides'],
  ): ReturnPlace {
    const territory = organisation?.territory ?? 'HEXAGONE';
    const zone = organisation?.timeZone ?? 'Europe/Paris';
    return {
      today: localDateIn(this.clock.now(), zone),
      book: { place: { organisationId, territory }, overrides },
    };
  }
}
