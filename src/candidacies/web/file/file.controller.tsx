import { Controller, Get } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { PersonActor } from '../../../kernel/index.js';
import { ResourceId } from '../../../platform/http/index.js';
import type { Page } from '../../../platform/pages/index.js';
import { Allow, CurrentActor } from '../../../platform/security/index.js';
import { UNIT_READERS } from '../unit-roles.js';
import { CandidacyFiles } from './candidacy-files.js';
import { filePage } from './file.page.js';

/** The page of a file, as the unit sees it. */
@ApiExcludeController()
@Controller('candidatures')
export class CandidacyFileController {
  constructor(private readonly files: CandidacyFiles) {}

  @Get(':id')
  @Allow(UNIT_READERS)
  async page(@ResourceId() id: string, @CurrentActor() actor: PersonActor): Promise<Page> {
    return filePage(await this.files.one(id, actor));
  }
}
