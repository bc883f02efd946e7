import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import {
  Clock,
  localDateIn,
  parseLocalDate,
  type LocalDate,
  type PersonActor,
} from '../../../kernel/index.js';
import { OrganisationDirectory } from '../../../organisations/index.js';
import { AcceptsForm, unknownAddress } from '../../../platform/http/index.js';
import { FormValues, SeeOther, type Page } from '../../../platform/pages/index.js';
import { Allow, CurrentActor } from '../../../platform/security/index.js';
import { CandidacyPresenter } from '../../http/candidacy.presenter.js';
import { ConsultConvocations } from '../../use-cases/consult-convocations.js';
import type { CandidacySummary } from '../../use-cases/ports.js';
import { OUTCOME_WRITERS } from '../unit-roles.js';
import { readSearch } from '../worklist/worklist-search.js';
import { MOST_FIELDS, readRows, type RowError, type TypedRow } from './batch-form.js';
import { batchPage } from './batch.page.js';
import { gridPath, savedWords, type BatchFile } from './batch.presenter.js';
import { batchCheckPage } from './batch-check.page.js';
import { convocationsPage } from './convocations.page.js';
import { readGrid, type GridRead } from './read-grid.js';
import { SaveBatch } from './save-batch.js';

/** The outcomes of all who were convoked the same day. */
@ApiExcludeController()
@Controller('candidatures/lot')
export class BatchController {
  constructor(
    private readonly convocations: ConsultConvocations,
    private readonly presenter: CandidacyPresenter,
    private readonly saveBatch: SaveBatch,
    private readonly organisations: OrganisationDirectory,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Allow(OUTCOME_WRITERS)
  async list(@Query() query: unknown, @CurrentActor() actor: PersonActor): Promise<Page> {
    const { page } = readSearch(query);
    return convocationsPage({ ...(await this.convocations.waiting(page, actor)), page });
  }

  @Get(':jour')
  @Allow(OUTCOME_WRITERS)
  async grid(
    @Param('jour') text: string,
    @Query() query: unknown,
    @CurrentActor() actor: PersonActor,
  ): Promise<Page> {
    const day = dayOf(text);
    const { page } = readSearch(query);
    const present = this.presentFor(actor);
    const { rows, ...counts } = await this.convocations.day(day, page, actor, present);
    return batchPage({ day, today: await this.today(actor), files: rows, page, counts });
  }

  @Post(':jour')
  @HttpCode(303)
  @Allow(OUTCOME_WRITERS)
  @AcceptsForm(MOST_FIELDS)
  async send(
    @Param('jour') text: string,
    @Body() body: unknown,
    @CurrentActor() actor: PersonActor,
  ): Promise<Page | SeeOther> {
    const day = dayOf(text);
    const form = new FormValues(body);
    const rows = readRows(form);
    const { page } = readSearch({ page: form.text('page') });
    // Before anything is written: every file is one of the unit's own.
    const files = await this.filesOf(rows, actor);
    const today = await this.today(actor);
    const sent: SentGrid = { day, today, page, rows, read: await readGrid(rows, today) };
    const step = form.text('etape');
    if (step === 'modifier') return again(sent, files, {});
    if (step === 'enregistrer') return this.record(sent, actor);
    const { errors, right } = sent.read;
    const isDone = errors.size === 0 || step === 'continuer';
    if (isDone && right.length > 0) return batchCheckPage({ ...sent, files });
    return again(sent, files, {
      errors: errors.size > 0 ? errors : nothingFilled(rows),
      status: 422,
    });
  }

  private async record(sent: SentGrid, actor: PersonActor): Promise<Page | SeeOther> {
    const { day, page, rows, read } = sent;
    const { saved, errors, isOnlyLate } = await this.saveBatch.execute(read, actor);
    const words = savedWords(saved, errors.size);
    if (errors.size === 0 && words !== null) {
      return new SeeOther(gridPath(day, page), { tone: 'success', text: words });
    }
    return again({ ...sent, read: NOTHING_RIGHT }, await this.filesOf(rows, actor), {
      errors: errors.size > 0 ? errors : nothingFilled(rows),
      saved: words,
      status: isOnlyLate ? 409 : 422,
    });
  }

  private filesOf(rows: readonly TypedRow[], actor: PersonActor): Promise<BatchFile[]> {
    const ids = rows.map(({ id }) => id);
    return this.convocations.files(ids, actor, this.presentFor(actor));
  }

  private presentFor(actor: PersonActor) {
    return async (items: readonly CandidacySummary[]): Promise<BatchFile[]> => {
      const views = await this.presenter.views(items, actor, 'listed');
      return views.map((view, index) => ({
        view,
        version: items[index]?.candidacy.version ?? 0,
      }));
    };
  }

  private async today(actor: PersonActor): Promise<LocalDate> {
    const unit = await this.organisations.byId(actor.organisation.id);
    return localDateIn(this.clock.now(), unit?.timeZone ?? 'Europe/Paris');
  }
}

/** @throws HttpProblem 404 for what is no day */
function dayOf(text: string): LocalDate {
  const day = parseLocalDate(text);
  if (!day) throw unknownAddress();
  return day;
}

/** A grid as it was sent, and what it says. */
interface SentGrid {
  readonly day: LocalDate;
  readonly today: LocalDate;
  readonly page: number;
  readonly rows: readonly TypedRow[];
  readonly read: GridRead;
}

const NOTHING_RIGHT: GridRead = { right: [], errors: new Map() };

/** The grid once more, with what was typed. */
function again(
  { day, today, page, rows, read }: SentGrid,
  files: readonly BatchFile[],
  more: Pick<Parameters<typeof batchPage>[0], 'errors' | 'saved' | 'status'>,
): Page {
  const typed = new Map(rows.map(({ id, values }) => [id, values]));
  return batchPage({
    day,
    today,
    files,
    page,
    counts: null,
    typed,
    right: read.right.length,
    ...more,
  });
}

function nothingFilled(rows: readonly TypedRow[]): ReadonlyMap<string, RowError> {
  const message = 'Choisissez au moins un résultat.';
  return new Map(rows.slice(0, 1).map(({ id }) => [id, { field: 'resultat', message }]));
}
