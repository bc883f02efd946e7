import { Injectable } from '@nestjs/common';
import { Clock, localDateIn, type LocalDate } from '../../kernel/index.js';
import { OrganisationDirectory } from '../../organisations/index.js';
import { SilenceDeadlines } from '../../referrals/index.js';

/** The rungs on which a unit is called upon: its recruiters first, then its manager. */
export const REMINDER_STEPS = { reminded: 'remindedOn', manager: 'managerOn' } as const;
export type Reminder = keyof typeof REMINDER_STEPS;

/** Which files of a unit wait for an answer for so long that somebody is reminded of them. */
@Injectable()
export class UnitSilences {
  constructor(
    private readonly deadlines: SilenceDeadlines,
    private readonly organisations: OrganisationDirectory,
    private readonly clock: Clock,
  ) {}

  /** The last day of transmission of the files of a reminder; inside a unit of work. */
  async sentUntil(reminder: Reminder, unitId: string): Promise<LocalDate> {
    const unit = await this.organisations.byId(unitId);
    const today = localDateIn(this.clock.now(), unit?.timeZone ?? 'Europe/Paris');
    return this.deadlines.reachedBy(REMINDER_STEPS[reminder], unitId, today);
  }
}
