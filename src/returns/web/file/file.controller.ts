import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { PersonActor } from '../../../kernel/index.js';
import { AcceptsForm, ResourceId } from '../../../platform/http/index.js';
import {
  attempt,
  FormValues,
  type Page,
  SeeOther,
  versionOf,
} from '../../../platform/pages/index.js';
import { Allow, CurrentActor } from '../../../platform/security/index.js';
import { RunReturnCommand, type MissionLocaleCommand } from '../../use-cases/run-return-command.js';
import { ADVISERS, RETURN_READERS } from '../return-roles.js';
import { RETURNS_PATH } from '../worklist/worklist-search.js';
import { changedFilePage, filePage } from './file.page.js';
import { ReturnFiles } from './return-files.js';

const NOTICES = {
  acknowledge: 'Retour pris en charge : l’unité en est informée.',
  drop: 'Retour classé sans suite.',
  reopen: 'Retour repris : il attend de nouveau un contact.',
} as const;

/** The page of a return, and the acts that say no more than that they are done. */
@ApiExcludeController()
@Controller('retours')
export class ReturnFileController {
  constructor(
    private readonly files: ReturnFiles,
    private readonly runCommand: RunReturnCommand,
  ) {}

  @Get(':id')
  @Allow(RETURN_READERS)
  async page(@ResourceId() id: string, @CurrentActor() actor: PersonActor): Promise<Page> {
    return filePage(await this.files.opened(id, actor));
  }

  @Post(':id/prise-en-charge')
  @HttpCode(303)
  @Allow(ADVISERS)
  @AcceptsForm()
  acknowledge(
    @ResourceId() id: string,
    @Body() body: unknown,
    @CurrentActor() actor: PersonActor,
  ): Promise<Page | SeeOther> {
    return this.act(id, 'acknowledge', body, actor);
  }

  @Post(':id/classement')
  @HttpCode(303)
  @Allow(ADVISERS)
  @AcceptsForm()
  drop(
    @ResourceId() id: string,
    @Body() body: unknown,
    @CurrentActor() actor: PersonActor,
  ): Promise<Page | SeeOther> {
    return this.act(id, 'drop', body, actor);
  }

  @Post(':id/reprise')
  @HttpCode(303)
  @Allow(ADVISERS)
  @AcceptsForm()
  reopen(
    @ResourceId() id: string,
    @Body() body: unknown,
    @CurrentActor() actor: PersonActor,
  ): Promise<Page | SeeOther> {
    return this.act(id, 'reopen', body, actor);
  }

  private async act(
    id: string,
    command: Exclude<MissionLocaleCommand, 'answer'>,
    body: unknown,
    actor: PersonActor,
  ): Promise<Page | SeeOther> {
    const expectedVersion = versionOf(new FormValues(body).text('version'));
    const refusal = await attempt(() =>
      this.runCommand.execute(id, command, { expectedVersion }, actor),
    );
    if (refusal) {
      const reason = refusal.kind === 'late' ? refusal.reason : '';
      return changedFilePage(await this.files.one(id, actor), reason);
    }
    return new SeeOther(`${RETURNS_PATH}/${id}`, { tone: 'success', text: NOTICES[command] });
  }
}
