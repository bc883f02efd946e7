import { Readable } from 'node:stream';
import { Controller, Get, Query, StreamableFile } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { NO_ID, type LocalDate, type PersonActor } from '../../../kernel/index.js';
import { OrganisationDirectory, type Organisation } from '../../../organisations/index.js';
import { nameTokens } from '../../../people/index.js';
import { writeCsv } from '../../../platform/csv/index.js';
import { counted } from '../../../platform/french/index.js';
import { SeeOther, type Page } from '../../../platform/pages/index.js';
import { Allow, CountedAs, CurrentActor } from '../../../platform/security/index.js';
import { listedOutcome } from '../../domain/shown-outcome.js';
import type { WorklistDays } from '../../domain/worklist.rules.js';
import { ReferralPresenter } from '../../http/referral.presenter.js';
import {
  ConsultReferralWorklist,
  LONGEST_EXPORT,
  REFERRALS_PER_PAGE,
  type ReferralWorklistRequest,
} from '../../use-cases/consult-referral-worklist.js';
import { ReferralCalendar } from '../../use-cases/referral-calendar.js';
import { OutcomeLabels, type ReferralSearch } from '../../use-cases/ports.js';
import { PrepareReferral } from '../../use-cases/prepare-referral.js';
import { ADVISERS } from '../mission-locale-roles.js';
import { presentDrafts, type DraftsPresented } from './drafts.presenter.js';
import { EXPORT_HEADER, exportRow } from './worklist-export.js';
import {
  hrefOf,
  isFirstView,
  orderOf,
  readSearch,
  WORKLIST_TABS,
  type WorklistSearch,
} from './worklist-search.js';
import { worklistPage } from './worklist.page.js';
import { presentWorklist } from './worklist.presenter.js';

/** The worklist of a mission locale: what needs doing, whoever waits longest first. */
@ApiExcludeController()
@Controller()
export class ReferralWorklistController {
  constructor(
    private readonly worklist: ConsultReferralWorklist,
    private readonly prepare: PrepareReferral,
    private readonly presenter: ReferralPresenter,
    private readonly labels: OutcomeLabels,
    private readonly organisations: OrganisationDirectory,
    private readonly calendar: ReferralCalendar,
  ) {}

  @Get('orientations')
  @Allow(ADVISERS)
  async page(@Query() query: unknown, @CurrentActor() actor: PersonActor): Promise<Page> {
    const search = readSearch(query);
    const { today, days } = await this.calendar.of(actor);
    const partners = await this.partnersOf(actor, today);
    const { rows, counts } = await this.worklist.page(
      { ...requestOf(search, partners, days), page: search.page },
      actor,
      (items) => this.presenter.views(items, actor, listedOutcome),
    );
    const units = partners.map(({ code, usualName }) => ({ value: code, label: usualName }));
    const outcomeLabel = (code: string): string => this.labels.labelOf(code);
    const view = presentWorklist({ search, rows, counts, units, today, outcomeLabel });
    const drafts = await this.draftsOf(search, actor);
    return worklistPage({ search, view, units, drafts });
  }

  @Get('orientations.csv')
  @CountedAs('export')
  @Allow(ADVISERS)
  async file(
    @Query() query: unknown,
    @CurrentActor() actor: PersonActor,
  ): Promise<StreamableFile | SeeOther> {
    const search = readSearch(query);
    const { today, days } = await this.calendar.of(actor);
    const partners = await this.partnersOf(actor, today);
    const rows = await this.worklist.all(requestOf(search, partners, days), actor, (items) =>
      this.presenter.views(items, actor, listedOutcome),
    );
    if (rows === null) return new SeeOther(hrefOf(search), TOO_MANY);
    const lines = rows.map((row) => exportRow(row, (code) => this.labels.labelOf(code)));
    return new StreamableFile(Readable.from(writeCsv(EXPORT_HEADER, lines, { bom: true })), {
      type: 'text/csv; charset=utf-8',
      disposition: 'attachment; filename="orientations.csv"',
    });
  }

  /** What is not finished stands first, where the list is looked at as a whole. */
  private async draftsOf(
    search: WorklistSearch,
    actor: PersonActor,
  ): Promise<DraftsPresented | null> {
    if (!isFirstView(search)) return null;
    const own = await this.organisations.byId(actor.organisation.id);
    const { items, total } = await this.prepare.latest(REFERRALS_PER_PAGE, actor);
    return presentDrafts(items, total, own?.timeZone ?? 'Europe/Paris');
  }

  /** The units a convention ties to the mission locale today. */
  private async partnersOf(actor: PersonActor, today: LocalDate): Promise<Organisation[]> {
    const conventions = await this.organisations.conventionsOn(today, actor.organisation.id);
    const ids = new Set(conventions.map(({ unitId }) => unitId));
    const all = await this.organisations.all('unit');
    return all
      .filter(({ id }) => ids.has(id))
      .sort((a, b) => a.usualName.localeCompare(b.usualName, 'fr'));
  }
}

const TOO_MANY = {
  tone: 'warning',
  text: `Un export compte au plus ${counted(LONGEST_EXPORT, 'orientation', 'orientations')}. Ajoutez un filtre, puis recommencez.`,
} as const;

function requestOf(
  search: WorklistSearch,
  partners: readonly Organisation[],
  days: WorklistDays,
): ReferralWorklistRequest {
  return {
    search: conditionsOf(search, partners),
    view: WORKLIST_TABS[search.tab].view,
    order: orderOf(search),
    days,
  };
}

/** A text with a figure is a reference or a number; any other is a name. An unknown unit has no file. */
function conditionsOf(
  { text, state, unit }: WorklistSearch,
  partners: readonly Organisation[],
): ReferralSearch {
  const isNumber = /\d/.test(text);
  const partner = partners.find(({ code }) => code === unit);
  return {
    ...(text !== '' && isNumber ? { number: text.toUpperCase() } : {}),
    ...(text !== '' && !isNumber ? { nameWords: wordsOf(text) } : {}),
    ...(state === null ? {} : { state }),
    ...(unit === '' ? {} : { unitId: partner?.id ?? NO_ID }),
  };
}

/** A text without a letter names nobody. */
function wordsOf(text: string): string[] {
  const words = [...nameTokens(text)];
  return words.length === 0 ? [text] : words;
}
