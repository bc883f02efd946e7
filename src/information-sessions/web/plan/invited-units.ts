import { Injectable } from '@nestjs/common';
import { Clock, localDateIn, type PersonActor } from '../../../kernel/index.js';
import { hasDuty, OrganisationDirectory } from '../../../organisations/index.js';
import type { Choice } from '../../../platform/pages/index.js';

/** The units that a convention has come to the sessions of a mission locale. */
@Injectable()
export class InvitedUnits {
  constructor(
    private readonly organisations: OrganisationDirectory,
    private readonly clock: Clock,
  ) {}

  /** By name. */
  async of({ organisation }: PersonActor): Promise<Choice[]> {
    const own = await this.organisations.byId(organisation.id);
    const today = localDateIn(this.clock.now(), own?.timeZone ?? 'Europe/Paris');
    const conventions = await this.organisations.conventionsOn(today, organisation.id);
    const ids = new Set(
      conventions.filter((one) => hasDuty(one, 'session-presence')).map(({ unitId }) => unitId),
    );
    return (await this.organisations.all('unit'))
      .filter(({ id }) => ids.has(id))
      .map(({ code, usualName }) => ({ value: code, label: usualName }))
      .sort((a, b) => a.label.localeCompare(b.label, 'fr'));
  }
}
