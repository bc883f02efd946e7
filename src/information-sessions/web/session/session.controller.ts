import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { isCodeOf, NO_ID, type PersonActor } from '../../../kernel/index.js';
import { isUuid } from '../../../platform/fields/index.js';
import { AcceptsForm, ResourceId } from '../../../platform/http/index.js';
import {
  attempt,
  FormValues,
  reasonOf,
  SeeOther,
  type Page,
} from '../../../platform/pages/index.js';
import { Allow, CurrentActor } from '../../../platform/security/index.js';
import { ATTENDANCES } from '../../domain/code-lists.js';
import type { SessionRequest } from '../../domain/decide-session.js';
import { RunSessionCommand } from '../../use-cases/run-session-command.js';
import { HOLDERS, SESSION_PAGE_READERS, sessionPath } from '../session-words.js';
import { SessionFiles } from './session-files.js';
import { sessionPage } from './session.page.js';

/** One session, and what is done at once on who is registered. */
@ApiExcludeController()
@Controller('seances')
export class SessionController {
  constructor(
    private readonly files: SessionFiles,
    private readonly runCommand: RunSessionCommand,
  ) {}

  @Get(':id')
  @Allow(SESSION_PAGE_READERS)
  async page(@ResourceId() id: string, @CurrentActor() actor: PersonActor): Promise<Page> {
    return sessionPage(await this.files.one(id, actor));
  }

  @Post(':id/retrait')
  @HttpCode(303)
  @Allow(HOLDERS)
  @AcceptsForm()
  unregister(
    @ResourceId() id: string,
    @Body() body: unknown,
    @CurrentActor() actor: PersonActor,
  ): Promise<Page | SeeOther> {
    const personId = personOf(new FormValues(body));
    return this.run(id, { command: 'unregister', personId }, actor, 'Inscription retirée.');
  }

  @Post(':id/assiduite')
  @HttpCode(303)
  @Allow(HOLDERS)
  @AcceptsForm()
  async recordAttendance(
    @ResourceId() id: string,
    @Body() body: unknown,
    @CurrentActor() actor: PersonActor,
  ): Promise<Page | SeeOther> {
    const form = new FormValues(body);
    const personId = personOf(form);
    const attendance = form.text('venue');
    if (!isCodeOf(ATTENDANCES, attendance)) {
      return sessionPage(await this.files.one(id, actor), 'Dites si le jeune est venu.');
    }
    const request = { command: 'record-attendance', personId, attendance } as const;
    return this.run(id, request, actor, 'Venue enregistrée.');
  }

  private async run(
    id: string,
    request: SessionRequest,
    actor: PersonActor,
    text: string,
  ): Promise<Page | SeeOther> {
    const refusal = await attempt(() => this.runCommand.execute(id, request, actor));
    if (refusal) {
      return sessionPage(await this.files.one(id, actor), reasonOf(refusal));
    }
    return new SeeOther(sessionPath(id), { tone: 'success', text });
  }
}

/** The person a button names; a text that is no id is nobody's. */
export function personOf(form: FormValues): string {
  const id = form.text('jeune');
  return isUuid(id) ? id : NO_ID;
}
