import { Controller, Get } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { PersonActor } from '../../../kernel/index.js';
import type { Page } from '../../../platform/pages/index.js';
import { Allow, CurrentActor } from '../../../platform/security/index.js';
import { ReadNoteCounts } from '../../use-cases/read-note-counts.js';
import { COMMITTEE } from '../committee-roles.js';
import { notesPage } from './notes.page.js';

/** What missions locales and units say of their work together, in figures. */
@ApiExcludeController()
@Controller('bilans/comite')
export class CommitteeNotesController {
  constructor(private readonly read: ReadNoteCounts) {}

  @Get()
  @Allow(COMMITTEE)
  async page(@CurrentActor() actor: PersonActor): Promise<Page> {
    return notesPage(await this.read.execute(actor));
  }
}
