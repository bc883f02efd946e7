import { Readable } from 'node:stream';
import { Body, Controller, Get, HttpCode, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../kernel/index.js';
import {
  ApiPage,
  decodeInstantPosition,
  pageOf,
  ResourceId,
  type Page,
} from '../../platform/http/index.js';
import { Allow, CurrentActor } from '../../platform/security/index.js';
import { AcknowledgeMailboxFile } from '../use-cases/acknowledge-mailbox-file.js';
import { ReissueMailboxFile } from '../use-cases/reissue-mailbox-file.js';
import { ConsultMailbox } from '../use-cases/consult-mailbox.js';
import type { MailboxPosition } from '../use-cases/mailbox-ports.js';
import {
  MailboxFileDetailView,
  mailboxFileDetailView,
  MailboxFileView,
  mailboxFileView,
} from './mailbox-file.view.js';
import { AcknowledgeFileRequest, ListMailboxRequest } from './mailbox.request.js';

const OPERATORS = ['exchange-operator', 'ml-machine', 'unit-machine'] as const;
const READERS = {
  roles: [...OPERATORS, 'ml-manager', 'unit-manager'],
  scope: 'mailbox:read',
} as const;
/** Managers follow the files without opening them: a row may hold more than they read on a page. */
const TAKERS = { roles: OPERATORS, scope: 'mailbox:read' } as const;
const WRITERS = { roles: OPERATORS, scope: 'mailbox:write' } as const;

/** Files made for the caller's organisation (contract.md 2). */
@ApiTags('Échanges de fichiers')
@Controller('api/v1/mailbox')
export class MailboxController {
  constructor(
    private readonly mailbox: ConsultMailbox,
    private readonly acknowledgeFile: AcknowledgeMailboxFile,
    private readonly reissueFile: ReissueMailboxFile,
  ) {}

  @Get()
  @Allow(READERS)
  @ApiPage(MailboxFileView)
  async list(
    @Query() query: ListMailboxRequest,
    @CurrentActor() actor: Actor,
  ): Promise<Page<MailboxFileView>> {
    const { limit, flow, state } = query;
    const filter = { ...(flow ? { flow: flow.toUpperCase() } : {}), ...(state ? { state } : {}) };
    const found = await this.mailbox.list(filter, limit + 1, positionOf(query), actor);
    const rows = found.items.map(mailboxFileView);
    const at = (row: MailboxFileView) => [row.availableAt, row.id];
    return pageOf({ rows, limit, total: found.total, positionOf: at, list: LIST, search: query });
  }

  @Get(':id')
  @Allow(READERS)
  @ApiOkResponse({ type: MailboxFileDetailView })
  async one(
    @ResourceId() id: string,
    @CurrentActor() actor: Actor,
  ): Promise<MailboxFileDetailView> {
    return mailboxFileDetailView(await this.mailbox.one(id, actor));
  }

  @Get(':id/content')
  @Allow(TAKERS)
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async content(@ResourceId() id: string, @CurrentActor() actor: Actor): Promise<StreamableFile> {
    const { file, content } = await this.mailbox.download(id, actor);
    return new StreamableFile(Readable.from(content, { objectMode: false }), {
      type: 'text/csv; charset=utf-8',
      disposition: attachment(file.fileName),
      length: file.bytes,
    });
  }

  @Get(':id/manifest')
  @Allow(READERS)
  @ApiOkResponse({ schema: { type: 'object', additionalProperties: true } })
  async manifest(
    @ResourceId() id: string,
    @CurrentActor() actor: Actor,
  ): Promise<Readonly<Record<string, unknown>>> {
    return (await this.mailbox.one(id, actor)).manifest;
  }

  @Post(':id/acknowledgement')
  @HttpCode(200)
  @Allow(WRITERS)
  @ApiOkResponse({ type: MailboxFileDetailView })
  async acknowledge(
    @ResourceId() id: string,
    @Body() { status, rows }: AcknowledgeFileRequest,
    @CurrentActor() actor: Actor,
  ): Promise<MailboxFileDetailView> {
    const given = { status, rows: rows.map(({ line, code }) => ({ line, code })) };
    return mailboxFileDetailView(await this.acknowledgeFile.execute(id, given, actor));
  }

  /** The same file again for 60 days; after that, the one that takes its place. */
  @Post(':id/commands/reissue')
  @HttpCode(200)
  @Allow(WRITERS)
  @ApiOkResponse({ type: MailboxFileDetailView })
  async reissue(
    @ResourceId() id: string,
    @CurrentActor() actor: Actor,
  ): Promise<MailboxFileDetailView> {
    return mailboxFileDetailView(await this.reissueFile.execute(id, actor));
  }
}

/** RFC 6266. Our names are made of letters, digits, `_`, `-` and `.`: nothing to escape. */
function attachment(fileName: string): string {
  return `attachment; filename="${fileName}"; filename*=UTF-8''${fileName}`;
}

const LIST = 'mailbox';

function positionOf(search: ListMailboxRequest): MailboxPosition | null {
  const position = decodeInstantPosition(search.cursor, LIST, search);
  return position && { availableAt: position.at, id: position.id };
}
