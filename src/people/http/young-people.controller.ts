import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../kernel/index.js';
import { ResourceId } from '../../platform/http/index.js';
import { Allow, CurrentActor } from '../../platform/security/index.js';
import { CorrectPerson } from '../use-cases/correct-person.js';
import { CorrectPersonRequest, toCorrectionAsked } from './correct-person.request.js';
import { youngPersonView, YoungPersonView } from './young-person.view.js';

/** Young people on the files of a mission locale. */
@ApiTags('Jeunes')
@Controller('api/v1/young-people')
export class YoungPeopleController {
  constructor(private readonly correctPerson: CorrectPerson) {}

  @Post(':id/commands/correct')
  @HttpCode(200)
  @Allow({ roles: ['ml-adviser', 'ml-manager', 'ml-machine'], scope: 'referrals:write' })
  @ApiOkResponse({ type: YoungPersonView })
  async correct(
    @ResourceId() id: string,
    @Body() body: CorrectPersonRequest,
    @CurrentActor() actor: Actor,
  ): Promise<YoungPersonView> {
    return youngPersonView(await this.correctPerson.execute(id, toCorrectionAsked(body), actor));
  }
}
