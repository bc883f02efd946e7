import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { isCodeOf, type PersonActor } from '../../../kernel/index.js';
import { AcceptsForm, ResourceId } from '../../../platform/http/index.js';
import {
  attempt,
  FormValues,
  reasonOf,
  SeeOther,
  versionOf,
  type Page,
} from '../../../platform/pages/index.js';
import { Allow, CurrentActor } from '../../../platform/security/index.js';
import { CANCEL_REASONS } from '../../domain/code-lists.js';
import { RunSessionCommand } from '../../use-cases/run-session-command.js';
import { SessionFiles } from '../session/session-files.js';
import { sessionPage } from '../session/session.page.js';
import { HOLDERS, SESSIONS_PATH } from '../session-words.js';
import { cancelPage } from './cancel.page.js';

const LATE = 'La séance a commencé, est passée ou est déjà annulée.';
const NOTICE = 'Séance annulée : l’unité le voit. Prévenez les jeunes inscrits.';

/** The mission locale cancels a session, with a reason. */
@ApiExcludeController()
@Controller('seances/:id/annulation')
export class CancelSessionController {
  constructor(
    private readonly files: SessionFiles,
    private readonly runCommand: RunSessionCommand,
  ) {}

  @Get()
  @Allow(HOLDERS)
  async page(@ResourceId() id: string, @CurrentActor() actor: PersonActor): Promise<Page> {
    const file = await this.files.one(id, actor);
    if (!file.view.availableCommands.includes('cancel')) return sessionPage(file, LATE);
    return cancelPage(file, String(file.version), {});
  }

  @Post()
  @HttpCode(303)
  @Allow(HOLDERS)
  @AcceptsForm()
  async post(
    @ResourceId() id: string,
    @Body() body: unknown,
    @CurrentActor() actor: PersonActor,
  ): Promise<Page | SeeOther> {
    const form = new FormValues(body);
    const reason = form.text('motif');
    if (!isCodeOf(CANCEL_REASONS, reason)) {
      const errors = { motif: 'Choisissez un motif' };
      return cancelPage(await this.files.one(id, actor), form.text('version'), errors);
    }
    const request = { command: 'cancel', reason } as const;
    const version = versionOf(form.text('version'));
    const refusal = await attempt(() => this.runCommand.execute(id, request, actor, version));
    if (refusal) {
      return sessionPage(await this.files.one(id, actor), reasonOf(refusal));
    }
    return new SeeOther(SESSIONS_PATH, { tone: 'success', text: NOTICE });
  }
}
