import { Body, Controller, Get, Headers, HttpCode, Post, Query, Res } from '@nestjs/common';
import type { StreamableFile } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiExtraModels,
  ApiOkResponse,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor, Instant } from '../../kernel/index.js';
import {
  ApiPage,
  decodeInstantPosition,
  pageOf,
  ResourceId,
  type Page,
} from '../../platform/http/index.js';
import { Allow, CurrentActor } from '../../platform/security/index.js';
import { CollectRejects } from '../use-cases/collect-rejects.js';
import { ConfirmHeldFile } from '../use-cases/confirm-held-file.js';
import { ConsultExchanges } from '../use-cases/consult-exchanges.js';
import { ConfirmExchangeRequest, ListExchangesRequest } from './exchange.request.js';
import { ExchangeView, exchangeView, ReportStepView } from './exchange.view.js';
import { reportFormat } from './report-format.js';
import { isReported, presentReport } from './report.presenter.js';
import { textFile } from './text-file.js';

const OPERATORS = ['exchange-operator', 'ml-machine', 'unit-machine'] as const;
const READERS = {
  roles: [...OPERATORS, 'ml-manager', 'unit-manager'],
  scope: 'exchanges:read',
} as const;
const WRITERS = { ...READERS, scope: 'exchanges:write' } as const;

/** What the caller's organisation deposited, and what became of it (contract.md 2). */
@ApiTags('Échanges de fichiers')
@Controller('api/v1/exchanges')
export class ExchangesController {
  constructor(
    private readonly consult: ConsultExchanges,
    private readonly rejects: CollectRejects,
    private readonly confirmFile: ConfirmHeldFile,
  ) {}

  @Get()
  @Allow(READERS)
  @ApiPage(ExchangeView)
  async list(
    @Query() query: ListExchangesRequest,
    @CurrentActor() actor: Actor,
  ): Promise<Page<ExchangeView>> {
    const { limit, flow, period, state } = query;
    const filter = {
      ...(flow ? { flow: flow.toUpperCase() } : {}),
      ...(period ? { period } : {}),
      ...(state ? { state } : {}),
    };
    const found = await this.consult.list(filter, limit + 1, positionOf(query), actor);
    const rows = found.items.map(exchangeView);
    const at = (row: ExchangeView) => [row.receivedAt, row.id];
    return pageOf({ rows, limit, total: found.total, positionOf: at, list: LIST, search: query });
  }

  @Get(':id')
  @Allow(READERS)
  @ApiOkResponse({ type: ExchangeView })
  async one(@ResourceId() id: string, @CurrentActor() actor: Actor): Promise<ExchangeView> {
    return exchangeView(await this.consult.one(id, actor));
  }

  /** 202 with the present step while the file is processed, then the report in the format asked. */
  @Get(':id/report')
  @Allow(READERS)
  @ApiExtraModels(ReportStepView)
  @ApiProduces('application/json', 'text/csv', 'text/html')
  @ApiOkResponse({ schema: { type: 'object', additionalProperties: true } })
  @ApiAcceptedResponse({ type: ReportStepView })
  async report(
    @ResourceId() id: string,
    @Headers('accept') accept: string | undefined,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile | ReportStepView> {
    const file = await this.consult.one(id, actor);
    if (!isReported(file)) {
      void reply.status(202).header('retry-after', '2');
      return { id, step: file.step };
    }
    void reply.header('vary', 'accept');
    return presentReport(await this.consult.report(id, actor), reportFormat(accept));
  }

  @Get(':id/rejects')
  @Allow({ roles: OPERATORS, scope: 'exchanges:read' })
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async rejected(@ResourceId() id: string, @CurrentActor() actor: Actor): Promise<StreamableFile> {
    const { fileName, pieces } = await this.rejects.execute(id, actor);
    return textFile(pieces, 'text/csv', fileName);
  }

  @Post(':id/commands/confirm')
  @HttpCode(200)
  @Allow(WRITERS)
  @ApiOkResponse({ type: ExchangeView })
  async confirm(
    @ResourceId() id: string,
    @Body() { code }: ConfirmExchangeRequest,
    @CurrentActor() actor: Actor,
  ): Promise<ExchangeView> {
    return exchangeView(await this.confirmFile.execute(id, code, actor));
  }
}

const LIST = 'exchanges';

function positionOf(search: ListExchangesRequest): { receivedAt: Instant; id: string } | null {
  const position = decodeInstantPosition(search.cursor, LIST, search);
  return position && { receivedAt: position.at, id: position.id };
}
