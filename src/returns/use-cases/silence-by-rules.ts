import { Injectable } from '@nestjs/common';
import type { LocalDate } from '../../kernel/index.js';
import { OrganisationDirectory } from '../../organisations/index.js';
import { SilenceDeadlines, type SentReferral, type SilenceSteps } from '../../referrals/index.js';
import {
  dueOn,
  lastDueBy,
  type DeadlineBook,
  type DeadlineOverride,
  type DeadlineRuleCode,
} from '../domain/deadline.rules.js';
import { DeadlineOverrides } from './ports.js';

const RULES = {
  remindedOn: 'answer-remind',
  managerOn: 'answer-to-manager',
  freedOn: 'answer-free',
} as const satisfies Record<keyof SilenceSteps, DeadlineRuleCode>;

/** The days of a silence by the deadlines: reminders in the calendar of the unit, freedom in the other's. */
@Injectable()
export class SilenceByRules extends SilenceDeadlines {
  constructor(
    private readonly organisations: OrganisationDirectory,
    private readonly overrides: DeadlineOverrides,
  ) {
    super();
  }

  override async of(
    sent: readonly SentReferral[],
  ): Promise<(one: SentReferral) => SilenceSteps | null> {
    if (sent.every(({ referredOn }) => referredOn === null)) return () => null;
    const overrides = await this.overrides.all();
    const books = new Map<string, DeadlineBook>();
    for (const id of new Set(sent.flatMap((one) => [one.unitId, one.missionLocaleId]))) {
      books.set(id, await this.bookOf(id, overrides));
    }
    return ({ unitId, missionLocaleId, referredOn }) => {
      const [unit, missionLocale] = [books.get(unitId), books.get(missionLocaleId)];
      if (!unit || !missionLocale || referredOn === null) return null;
      return {
        remindedOn: dueOn(unit, RULES.remindedOn, referredOn),
        managerOn: dueOn(unit, RULES.managerOn, referredOn),
        freedOn: dueOn(missionLocale, RULES.freedOn, referredOn),
      };
    };
  }

  override async reachedBy(
    step: keyof SilenceSteps,
    organisationId: string,
    today: LocalDate,
  ): Promise<LocalDate> {
    const book = await this.bookOf(organisationId, await this.overrides.all());
    return lastDueBy(book, RULES[step], today);
  }

  private async bookOf(
    organisationId: string,
    overrides: readonly DeadlineOverride[],
  ): Promise<DeadlineBook> {
    const organisation = await this.organisations.byId(organisationId);
    const territory = organisation?.territory ?? 'HEXAGONE';
    return { place: { organisationId, territory }, overrides };
  }
}
