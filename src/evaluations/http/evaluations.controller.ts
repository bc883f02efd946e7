import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor, Instant } from '../../kernel/index.js';
import { OrganisationDirectory } from '../../organisations/index.js';
import {
  ApiPage,
  decodeInstantPosition,
  PageRequest,
  pageOf,
  type Page,
} from '../../platform/http/index.js';
import { Allow, CurrentActor } from '../../platform/security/index.js';
import type { OrganisationName } from '../../referrals/index.js';
import type { EvaluationNote } from '../domain/evaluation-note.js';
import { ConsultNotes } from '../use-cases/consult-notes.js';
import type { ListedNote } from '../use-cases/ports.js';
import { WriteNote } from '../use-cases/write-note.js';
import { NOTE_READERS, NOTE_WRITERS } from './note-roles.js';
import { WriteNoteRequest } from './note.request.js';
import { NoteView } from './note.view.js';

/** What missions locales and units say of their work together, at the end of a contingent (F17). */
@ApiTags('Bilans')
@Controller('api/v1/evaluations')
export class EvaluationsController {
  constructor(
    private readonly writeNote: WriteNote,
    private readonly consult: ConsultNotes,
    private readonly organisations: OrganisationDirectory,
  ) {}

  /** Writes the own note of a pair and a month, in place of what it said before. */
  @Post()
  @HttpCode(200)
  @Allow(NOTE_WRITERS)
  @ApiOkResponse({ type: NoteView })
  async write(
    @Body() { partner, contingent, worked, improve }: WriteNoteRequest,
    @CurrentActor() actor: Actor,
  ): Promise<NoteView> {
    const note = await this.writeNote.execute({ partner, contingent, worked, improve }, actor);
    return this.view(await this.consult.listed(note.id, actor));
  }

  @Get()
  @Allow(NOTE_READERS)
  @ApiPage(NoteView)
  async list(@Query() query: PageRequest, @CurrentActor() actor: Actor): Promise<Page<NoteView>> {
    const { limit } = query;
    const after = decodeInstantPosition(query.cursor, LIST, query);
    const { items, total } = await this.consult.page(limit + 1, after, actor);
    const rows = await Promise.all(items.map((item) => this.view(item)));
    const at = (row: NoteView) => [row.createdAt, row.id];
    return pageOf({ rows, limit, total, positionOf: at, list: LIST, search: query });
  }

  private async view({ note, createdAt }: ListedNote): Promise<NoteView> {
    return {
      id: note.id,
      missionLocale: await this.nameOf(note.missionLocaleId),
      unit: await this.nameOf(note.unitId),
      ...saidBy(note, createdAt),
    };
  }

  private async nameOf(id: string): Promise<OrganisationName> {
    const organisation = await this.organisations.byId(id);
    return { code: organisation?.code ?? '', name: organisation?.usualName ?? '' };
  }
}

const LIST = 'evaluations';

function saidBy(note: EvaluationNote, createdAt: Instant) {
  const { contingent, side, worked, improve, writtenOn } = note;
  return { contingent, side, worked, improve, writtenOn, createdAt };
}
