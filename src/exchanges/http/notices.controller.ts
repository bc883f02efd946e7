import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../kernel/index.js';
import {
  ApiPage,
  decodeInstantPosition,
  pageOf,
  PageRequest,
  type Page,
} from '../../platform/http/index.js';
import { Allow, CurrentActor } from '../../platform/security/index.js';
import type { NoticePosition } from '../use-cases/calendar-ports.js';
import { ConsultNotices } from '../use-cases/consult-notices.js';
import { noticeView, NoticeView } from './notice.view.js';

const READERS = {
  roles: [
    'exchange-operator',
    'ml-manager',
    'unit-manager',
    'ml-machine',
    'unit-machine',
    'national-pilot',
    'admin',
  ],
  scope: 'exchanges:read',
} as const;

/** Reminders and warnings for the caller's organisation. Declared before `/exchanges/:id`. */
@ApiTags('Échanges de fichiers')
@Controller('api/v1/exchanges/notices')
export class NoticesController {
  constructor(private readonly notices: ConsultNotices) {}

  @Get()
  @Allow(READERS)
  @ApiPage(NoticeView)
  async list(
    @Query() { limit, cursor }: PageRequest,
    @CurrentActor() actor: Actor,
  ): Promise<Page<NoticeView>> {
    const { items, total } = await this.notices.list(limit + 1, positionOf(cursor), actor);
    const rows = items.map(noticeView);
    return pageOf({
      rows,
      limit,
      total,
      positionOf: ({ issuedAt, id }) => [issuedAt, id],
      list: LIST,
    });
  }
}

const LIST = 'notices';

function positionOf(cursor: string | null | undefined): NoticePosition | null {
  const position = decodeInstantPosition(cursor, LIST);
  return position && { issuedAt: position.at, id: position.id };
}
