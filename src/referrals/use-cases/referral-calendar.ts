import { Injectable } from '@nestjs/common';
import { Clock, localDateIn, type Actor, type LocalDate } from '../../kernel/index.js';
import { OrganisationDirectory } from '../../organisations/index.js';
import { worklistDays, type WorklistDays } from '../domain/worklist.rules.js';

/** What day it is for a mission locale, and which days part its worklist. */
export interface ReferralDay {
  readonly today: LocalDate;
  readonly days: WorklistDays;
}

/** The calendar of the organisation of somebody: the page, its counts and the home ask the same one. */
@Injectable()
export class ReferralCalendar {
  constructor(
    private readonly organisations: OrganisationDirectory,
    private readonly clock: Clock,
  ) {}

  async of({ organisation }: Actor): Promise<ReferralDay> {
    const own = organisation && (await this.organisations.byId(organisation.id));
    const today = localDateIn(this.clock.now(), own?.timeZone ?? 'Europe/Paris');
    return { today, days: worklistDays(own?.territory ?? 'HEXAGONE', today) };
  }
}
