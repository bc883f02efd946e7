import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../kernel/index.js';
import {
  ApiPage,
  decodeCursor,
  decodeInstantPosition,
  pageOf,
  PageRequest,
  ResourceId,
  type Page,
} from '../../platform/http/index.js';
import { Allow, CurrentActor } from '../../platform/security/index.js';
import { ConsultSentFiles, type SentPosition } from '../use-cases/consult-sent-files.js';
import { rowDeliveryView, RowDeliveryView, SentFileView, sentFileView } from './sent-file.view.js';

const READERS = {
  roles: ['exchange-operator', 'ml-manager', 'unit-manager', 'ml-machine', 'unit-machine'],
  scope: 'exchanges:read',
} as const;

/** What recipients did with what an organisation sent. Declared before `/exchanges/:id`. */
@ApiTags('Échanges de fichiers')
@Controller('api/v1/exchanges')
export class SentFilesController {
  constructor(private readonly sent: ConsultSentFiles) {}

  @Get('deliveries')
  @Allow(READERS)
  @ApiPage(SentFileView)
  async list(
    @Query() { limit, cursor }: PageRequest,
    @CurrentActor() actor: Actor,
  ): Promise<Page<SentFileView>> {
    const { items, total } = await this.sent.list(limit + 1, positionOf(cursor), actor);
    const rows = items.map(sentFileView);
    return pageOf({
      rows,
      limit,
      total,
      positionOf: ({ availableAt, id }) => [availableAt, id],
      list: LIST,
    });
  }

  @Get(':id/deliveries')
  @Allow(READERS)
  @ApiPage(RowDeliveryView)
  async rows(
    @ResourceId() id: string,
    @Query() { limit, cursor }: PageRequest,
    @CurrentActor() actor: Actor,
  ): Promise<Page<RowDeliveryView>> {
    const search = { fileId: id };
    const [after] = cursor ? decodeCursor(cursor, ['number'], ROWS_LIST, search) : [0];
    const { items, total } = await this.sent.rows(id, limit + 1, after, actor);
    const rows = items.map(rowDeliveryView);
    return pageOf({
      rows,
      limit,
      total,
      positionOf: ({ line }) => [line],
      list: ROWS_LIST,
      search,
    });
  }
}

const LIST = 'deliveries';
const ROWS_LIST = 'row-deliveries';

function positionOf(cursor: string | null | undefined): SentPosition | null {
  const position = decodeInstantPosition(cursor, LIST);
  return position && { availableAt: position.at, id: position.id };
}
