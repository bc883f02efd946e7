import { Body, Controller, Get, HttpCode, Post, Query, type StreamableFile } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Instant, PersonActor } from '../../kernel/index.js';
import {
  AcceptsForm,
  decodeInstantPosition,
  encodeCursor,
  ResourceId,
} from '../../platform/http/index.js';
import { FormValues, SeeOther, viewerOf, type Page } from '../../platform/pages/index.js';
import { Allow, CurrentActor } from '../../platform/security/index.js';
import { isReported, presentReport } from '../http/report.presenter.js';
import { textFile } from '../http/text-file.js';
import { CollectRejects } from '../use-cases/collect-rejects.js';
import { ConfirmHeldFile } from '../use-cases/confirm-held-file.js';
import { ConsultExchanges } from '../use-cases/consult-exchanges.js';
import { ListExpectedFiles } from '../use-cases/list-expected-files.js';
import { overviewPage } from './overview/page.js';
import { OverviewPresenter } from './overview/presenter.js';
import { reportPage } from './report/page.js';
import { confirmationNotice, reportWords } from './report/presenter.js';

const READERS = { roles: ['exchange-operator', 'ml-manager', 'unit-manager'] } as const;
const OPERATORS = { roles: ['exchange-operator'] } as const;
const PER_PAGE = 50;
/** Anomalies shown on the page of a report, line by line. */
const SHOWN_LINES = 20;
/** Of the cursor. The list has no filter. */
const LIST = 'exchange-pages';

/** What an organisation has to send, what it sent, and what became of it. */
@ApiExcludeController()
@Controller('echanges')
export class ExchangePagesController {
  constructor(
    private readonly consult: ConsultExchanges,
    private readonly expected: ListExpectedFiles,
    private readonly rejects: CollectRejects,
    private readonly confirmFile: ConfirmHeldFile,
  ) {}

  @Get()
  @Allow(READERS)
  async overview(
    @Query('suite') cursor: string | undefined,
    @CurrentActor() actor: PersonActor,
  ): Promise<Page> {
    const presenter = new OverviewPresenter(viewerOf(actor)?.timeZone ?? 'Europe/Paris');
    const found = await this.consult.list({}, PER_PAGE + 1, positionOf(cursor), actor);
    const shown = found.items.slice(0, PER_PAGE);
    const last = found.items.length > PER_PAGE ? shown.at(-1) : undefined;
    return overviewPage({
      expected: presenter.expected(await this.expected.execute(actor)),
      sent: shown.map((file) => presenter.sent(file)),
      total: found.total,
      olderHref: last ? `/echanges?suite=${encodeCursor([last.receivedAt, last.id], LIST)}` : null,
      isFirst: cursor === undefined,
      canDeposit: actor.role === 'exchange-operator',
    });
  }

  @Get(':id')
  @Allow(READERS)
  async report(@ResourceId() id: string, @CurrentActor() actor: PersonActor): Promise<Page> {
    const { role } = actor;
    const common = { role, timeZone: viewerOf(actor)?.timeZone ?? 'Europe/Paris' };
    // While it runs there is nothing to open: its person may look at it every few seconds.
    const running = await this.consult.one(id, actor);
    if (!isReported(running)) {
      return reportPage(reportWords({ file: running, groups: [], first: [], ...common }));
    }
    const { file, groups, anomalies } = await this.consult.report(id, actor);
    const first = await firstOf(anomalies, SHOWN_LINES);
    return reportPage(reportWords({ file, groups, first, ...common }));
  }

  @Get(':id/compte-rendu.csv')
  @Allow(READERS)
  async reportTable(
    @ResourceId() id: string,
    @CurrentActor() actor: PersonActor,
  ): Promise<StreamableFile> {
    return presentReport(await this.consult.report(id, actor), 'csv');
  }

  @Get(':id/rejets.csv')
  @Allow(OPERATORS)
  async rejected(
    @ResourceId() id: string,
    @CurrentActor() actor: PersonActor,
  ): Promise<StreamableFile> {
    const { fileName, pieces } = await this.rejects.execute(id, actor);
    return textFile(pieces, 'text/csv', fileName);
  }

  @Post(':id/confirmation')
  @HttpCode(303)
  @Allow(READERS)
  @AcceptsForm()
  async confirm(
    @ResourceId() id: string,
    @Body() body: unknown,
    @CurrentActor() actor: PersonActor,
  ): Promise<SeeOther> {
    const file = await this.confirmFile.execute(id, new FormValues(body).text('code'), actor);
    return new SeeOther(`/echanges/${id}`, confirmationNotice(file));
  }
}

function positionOf(cursor: string | undefined): { receivedAt: Instant; id: string } | null {
  const position = decodeInstantPosition(cursor, LIST);
  return position && { receivedAt: position.at, id: position.id };
}

async function firstOf<T>(items: AsyncIterable<T>, count: number): Promise<T[]> {
  const found: T[] = [];
  for await (const item of items) {
    found.push(item);
    if (found.length === count) break;
  }
  return found;
}
