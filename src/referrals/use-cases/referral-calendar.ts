import { Injectable } from '@nestjs/common';
import { Clock, localDateIn, UnitOfWork, type Actor, type LocalDate } from '../../kernel/index.js';
import { OrganisationDirectory } from '../../organisations/index.js';
import { worklistDays, type WorklistDays } from '../domain/worklist.rules.js';
import { SilenceDeadlines } from './silence-ports.js';

/** What day it is for a mission locale, and which days part its worklist. */
export interface ReferralDay {
  readonly today: LocalDate;
  readonly days: WorklistDays;
}

/** The calendar of the organisation of somebody: the page, its counts and the home ask the same one. */
@Injectable()
export class ReferralCalendar {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly organisations: OrganisationDirectory,
    private readonly deadlines: SilenceDeadlines,
    private readonly clock: Clock,
  ) {}

  async of(actor: Actor): Promise<ReferralDay> {
    const { organisation } = actor;
    const own = organisation && (await this.organisations.byId(organisation.id));
    const today = localDateIn(this.clock.now(), own?.timeZone ?? 'Europe/Paris');
    const lateSince = await this.unitOfWork.read(actor, () =>
      this.deadlines.reachedBy('freedOn', organisation?.id ?? '', today),
    );
    return { today, days: worklistDays(own?.territory ?? 'HEXAGONE', today, lateSince) };
  }
}
