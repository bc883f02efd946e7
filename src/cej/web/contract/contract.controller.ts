import { Controller, Get } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { PersonActor } from '../../../kernel/index.js';
import { ResourceId } from '../../../platform/http/index.js';
import type { Page } from '../../../platform/pages/index.js';
import { Allow, CurrentActor } from '../../../platform/security/index.js';
import { ADVISERS } from '../adviser-roles.js';
import { ContractFiles } from './contract-files.js';
import { contractPage } from './contract.page.js';

/** The page of a contract, as its mission locale sees it. */
@ApiExcludeController()
@Controller('cej')
export class CejContractController {
  constructor(private readonly files: ContractFiles) {}

  @Get(':id')
  @Allow(ADVISERS)
  async page(@ResourceId() id: string, @CurrentActor() actor: PersonActor): Promise<Page> {
    return contractPage(await this.files.one(id, actor));
  }
}
