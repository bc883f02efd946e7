import { Controller, Get } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { PersonActor } from '../../../kernel/index.js';
import { ResourceId } from '../../../platform/http/index.js';
import type { Page } from '../../../platform/pages/index.js';
import { Allow, CurrentActor } from '../../../platform/security/index.js';
import { PAGE_READERS } from '../volunteer-words.js';
import { filePage } from './file.page.js';
import { VolunteerFiles } from './volunteer-files.js';

/** The page of a service, as the unit and the mission locale see it. */
@ApiExcludeController()
@Controller('volontaires')
export class VolunteerFileController {
  constructor(private readonly files: VolunteerFiles) {}

  @Get(':id')
  @Allow(PAGE_READERS)
  async page(@ResourceId() id: string, @CurrentActor() actor: PersonActor): Promise<Page> {
    return filePage(await this.files.one(id, actor));
  }
}
