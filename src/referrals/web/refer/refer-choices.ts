import { Injectable } from '@nestjs/common';
import {
  Clock,
  localDateIn,
  UnitOfWork,
  type LocalDate,
  type PersonActor,
} from '../../../kernel/index.js';
import { OrganisationDirectory, SCHEMES } from '../../../organisations/index.js';
import { PrivacyNotices } from '../../../people/index.js';
import type { ChoiceGroup } from '../../../platform/pages/index.js';

/** What a mission locale may choose from today. */
export interface OfferedChoices {
  readonly today: LocalDate;
  readonly timeZone: string;
  /** The units a convention ties to it, by scheme. */
  readonly units: readonly ChoiceGroup[];
  /** Versions of the information notice in force. */
  readonly notices: readonly string[];
}

const SCHEME_TITLES = {
  SMA: 'Service militaire adapté (outre-mer)',
  SMV: 'Service militaire volontaire (Hexagone)',
} as const;

/** Reads what the form of a referral offers. */
@Injectable()
export class ReferChoices {
  constructor(
    private readonly organisations: OrganisationDirectory,
    private readonly notices: PrivacyNotices,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async of(actor: PersonActor): Promise<OfferedChoices> {
    const own = await this.organisations.byId(actor.organisation.id);
    const timeZone = own?.timeZone ?? 'Europe/Paris';
    const today = localDateIn(this.clock.now(), timeZone);
    const notices = await this.unitOfWork.run(actor, () => this.notices.inForceOn(today));
    return { today, timeZone, notices, units: await this.unitsOf(actor, today) };
  }

  private async unitsOf(actor: PersonActor, today: LocalDate): Promise<ChoiceGroup[]> {
    const conventions = await this.organisations.conventionsOn(today, actor.organisation.id);
    const ids = new Set(conventions.map(({ unitId }) => unitId));
    const units = (await this.organisations.all('unit')).filter(({ id }) => ids.has(id));
    return SCHEMES.map((scheme) => ({
      title: SCHEME_TITLES[scheme],
      choices: units
        .filter((unit) => unit.scheme === scheme)
        .map(({ code, usualName }) => ({ value: code, label: usualName }))
        .sort((a, b) => a.label.localeCompare(b.label, 'fr')),
    })).filter(({ choices }) => choices.length > 0);
  }
}
