import { Injectable } from '@nestjs/common';
import {
  Clock,
  labelOf,
  localDateIn,
  UnitOfWork,
  type LocalDate,
  type PersonActor,
} from '../../../kernel/index.js';
import { OrganisationDirectory, SCHEMES, type Organisation } from '../../../organisations/index.js';
import { PrivacyNotices } from '../../../people/index.js';
import { typeset } from '../../../platform/french/index.js';
import type { Choice, ChoiceGroup } from '../../../platform/pages/index.js';
import { PREREQUISITES } from '../../domain/code-lists.js';
import { askedOn } from '../../domain/prerequisite-list.js';
import { PrerequisiteList } from '../../use-cases/prerequisite-ports.js';

/** What a mission locale may choose from today. */
export interface OfferedChoices {
  readonly today: LocalDate;
  readonly timeZone: string;
  /** The units a convention ties to it, by scheme. */
  readonly units: readonly ChoiceGroup[];
  /** What the schemes of these units ask for. */
  readonly prerequisites: readonly Choice[];
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
    private readonly prerequisites: PrerequisiteList,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async of(actor: PersonActor): Promise<OfferedChoices> {
    const own = await this.organisations.byId(actor.organisation.id);
    const timeZone = own?.timeZone ?? 'Europe/Paris';
    const today = localDateIn(this.clock.now(), timeZone);
    const units = await this.linkedUnits(actor, today);
    const [notices, list] = await this.unitOfWork.run(actor, async () => [
      await this.notices.inForceOn(today),
      await this.prerequisites.all(),
    ]);
    const schemes = units.flatMap(({ scheme }) => scheme ?? []);
    const prerequisites = askedOn(list, schemes, today).map(prerequisiteChoice);
    return { today, timeZone, notices, prerequisites, units: groupsOf(units) };
  }

  private async linkedUnits(actor: PersonActor, today: LocalDate): Promise<Organisation[]> {
    const conventions = await this.organisations.conventionsOn(today, actor.organisation.id);
    const ids = new Set(conventions.map(({ unitId }) => unitId));
    return (await this.organisations.all('unit')).filter(({ id }) => ids.has(id));
  }
}

function groupsOf(units: readonly Organisation[]): ChoiceGroup[] {
  return SCHEMES.map((scheme) => ({
    title: SCHEME_TITLES[scheme],
    choices: units
      .filter((unit) => unit.scheme === scheme)
      .map(({ code, usualName }) => ({ value: code, label: usualName }))
      .sort((a, b) => a.label.localeCompare(b.label, 'fr')),
  })).filter(({ choices }) => choices.length > 0);
}

function prerequisiteChoice({ code, isAsked }: ReturnType<typeof askedOn>[number]): Choice {
  const label = typeset(labelOf(PREREQUISITES, code));
  return { value: code, label: isAsked ? label : `${label} (facultatif)` };
}
