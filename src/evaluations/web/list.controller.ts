import { Controller, Get } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { PersonActor } from '../../kernel/index.js';
import { OrganisationDirectory } from '../../organisations/index.js';
import type { Page } from '../../platform/pages/index.js';
import { Allow, CurrentActor } from '../../platform/security/index.js';
import type { EvaluationNote } from '../domain/evaluation-note.js';
import { ConsultNotes } from '../use-cases/consult-notes.js';
import { listPage, type NoteRow } from './list.page.js';
import { NOTE_PAGE_READERS, NOTE_PAGE_WRITERS } from './note-words.js';

/** What both sides said of their work together, contingent after contingent. */
@ApiExcludeController()
@Controller('bilans')
export class NoteListController {
  constructor(
    private readonly consult: ConsultNotes,
    private readonly organisations: OrganisationDirectory,
  ) {}

  @Get()
  @Allow(NOTE_PAGE_READERS)
  async page(@CurrentActor() actor: PersonActor): Promise<Page> {
    const notes = await this.consult.latest(actor);
    const own = actor.organisation.kind;
    const rows = await Promise.all(notes.map((note) => this.row(note, own)));
    const mayWrite = NOTE_PAGE_WRITERS.roles.some((role) => role === actor.role);
    return listPage(rows, mayWrite);
  }

  private async row(note: EvaluationNote, own: string): Promise<NoteRow> {
    const { missionLocaleId, unitId, side } = note;
    const partner = await this.organisations.byId(own === 'unit' ? missionLocaleId : unitId);
    return {
      id: note.id,
      partner: { code: partner?.code ?? '', name: partner?.usualName ?? '' },
      isOwn: side === own,
      note,
    };
  }
}
