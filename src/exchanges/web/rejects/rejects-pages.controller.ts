import { Controller, Get, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { PersonActor } from '../../../kernel/index.js';
import { ResourceId } from '../../../platform/http/index.js';
import type { Page } from '../../../platform/pages/index.js';
import { Allow, CurrentActor } from '../../../platform/security/index.js';
import { ConsultRejects } from '../../use-cases/consult-rejects.js';
import { depositHref } from '../report/presenter.js';
import { rejectsPage } from './page.js';
import { rejectsWords } from './presenter.js';

const PER_PAGE = 25;

/** The rejected rows of a file, with their values: for the operators of the organisation that sent it. */
@ApiExcludeController()
@Controller('echanges')
export class RejectsPagesController {
  constructor(private readonly rejects: ConsultRejects) {}

  @Get(':id/rejets')
  @Allow({ roles: ['exchange-operator'] })
  async page(
    @ResourceId() id: string,
    @Query('apres') from: string | undefined,
    @CurrentActor() actor: PersonActor,
  ): Promise<Page> {
    // A line number in an address; anything else starts at the first one.
    const after = /^\d{1,9}$/.test(from ?? '') ? Number(from) : 0;
    const found = await this.rejects.execute(id, after, PER_PAGE, actor);
    return rejectsPage(rejectsWords(found, after), depositHref(found.file));
  }
}
