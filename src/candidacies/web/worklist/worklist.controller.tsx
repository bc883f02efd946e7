import { Controller, Get, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import {
  Clock,
  localDateIn,
  NO_ID,
  type LocalDate,
  type PersonActor,
} from '../../../kernel/index.js';
import { OrganisationDirectory, type Organisation } from '../../../organisations/index.js';
import { nameTokens } from '../../../people/index.js';
import type { Choice, Page } from '../../../platform/pages/index.js';
import { Allow, CurrentActor } from '../../../platform/security/index.js';
import { CandidacyPresenter } from '../../http/candidacy.presenter.js';
import { ConsultUnitWorklist } from '../../use-cases/consult-unit-worklist.js';
import type { WorklistFilter } from '../../use-cases/ports.js';
import { OUTCOME_WRITERS, UNIT_READERS } from '../unit-roles.js';
import { readSearch, REMINDERS, WORKLIST_TABS, type WorklistSearch } from './worklist-search.js';
import { worklistPage } from './worklist.page.js';
import { presentWorklist } from './worklist.presenter.js';

/** The worklist of a unit: what needs doing, whoever waits longest first. */
@ApiExcludeController()
@Controller('candidatures')
export class WorklistController {
  constructor(
    private readonly worklist: ConsultUnitWorklist,
    private readonly presenter: CandidacyPresenter,
    private readonly organisations: OrganisationDirectory,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Allow(UNIT_READERS)
  async page(@Query() query: unknown, @CurrentActor() actor: PersonActor): Promise<Page> {
    const search = readSearch(query);
    const unit = await this.organisations.byId(actor.organisation.id);
    const today = localDateIn(this.clock.now(), unit?.timeZone ?? 'Europe/Paris');
    const partners = await this.partnersOf(actor, today);
    const { rows, counts } = await this.worklist.execute(
      {
        filter: filterOf(search, partners),
        reminder: search.reminder && REMINDERS[search.reminder].reminder,
        states: WORKLIST_TABS[search.tab].states,
        order: {
          by: search.sort.endsWith('nom') ? 'name' : 'waiting',
          isDescending: search.sort.startsWith('-'),
        },
        page: search.page,
      },
      actor,
      (items) => this.presenter.views(items, actor, 'listed'),
    );
    const missionLocales: Choice[] = partners.map(({ code, usualName }) => ({
      value: code,
      label: usualName,
    }));
    const view = presentWorklist({ search, rows, counts, missionLocales, today });
    const canPostOutcomes = OUTCOME_WRITERS.roles.some((role) => role === actor.role);
    return worklistPage({ search, view, missionLocales, canPostOutcomes });
  }

  /** The missions locales a convention ties to the unit today. */
  private async partnersOf(actor: PersonActor, today: LocalDate): Promise<Organisation[]> {
    const conventions = await this.organisations.conventionsOn(today, actor.organisation.id);
    const ids = new Set(conventions.map(({ missionLocaleId }) => missionLocaleId));
    const all = await this.organisations.all('mission-locale');
    return all
      .filter(({ id }) => ids.has(id))
      .sort((a, b) => a.usualName.localeCompare(b.usualName, 'fr'));
  }
}

/** A text with a figure is a number of a file or a reference; any other is a name. */
function filterOf(
  { text, missionLocale, origin }: WorklistSearch,
  partners: readonly Organisation[],
): WorklistFilter {
  const isNumber = /\d/.test(text);
  const partner = partners.find(({ code }) => code === missionLocale);
  return {
    ...(text !== '' && isNumber ? { number: text.toUpperCase() } : {}),
    ...(text !== '' && !isNumber ? { nameWords: wordsOf(text) } : {}),
    ...(missionLocale === '' ? {} : { missionLocaleId: partner?.id ?? NO_ID }),
    ...(origin === null ? {} : { origin }),
  };
}

/** A text without a letter names nobody. */
function wordsOf(text: string): string[] {
  const words = [...nameTokens(text)];
  return words.length === 0 ? [text] : words;
}
