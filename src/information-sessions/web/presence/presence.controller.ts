import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { PersonActor } from '../../../kernel/index.js';
import { readFields } from '../../../platform/fields/index.js';
import { AcceptsForm, ResourceId } from '../../../platform/http/index.js';
import {
  attempt,
  formErrors,
  FormValues,
  reasonOf,
  SeeOther,
  versionOf,
  type Page,
} from '../../../platform/pages/index.js';
import { Allow, CurrentActor } from '../../../platform/security/index.js';
import { AnswerSessionRequest } from '../../http/session.request.js';
import { RunSessionCommand } from '../../use-cases/run-session-command.js';
import { SessionFiles } from '../session/session-files.js';
import { sessionPage } from '../session/session.page.js';
import { GUESTS, sessionPath } from '../session-words.js';
import { presencePage } from './presence.page.js';

const NAMES = { '/presence': 'presence', '/staff': 'agents' };
const WORDS = {
  'presence required': 'Dites si votre unité vient',
  'presence CODE_INCONNU': 'Dites si votre unité vient',
  agents: 'Saisissez un nombre de 1 à 20',
};
const LATE = 'La séance a commencé, est passée ou est annulée : la réponse ne change plus.';
const NOTICE = 'Réponse enregistrée : la mission locale la voit.';

/** The unit says whether it comes. */
@ApiExcludeController()
@Controller('seances/:id/presence')
export class PresenceController {
  constructor(
    private readonly files: SessionFiles,
    private readonly runCommand: RunSessionCommand,
  ) {}

  @Get()
  @Allow(GUESTS)
  async page(@ResourceId() id: string, @CurrentActor() actor: PersonActor): Promise<Page> {
    const file = await this.files.one(id, actor);
    if (!file.view.availableCommands.includes('answer')) return sessionPage(file, LATE);
    const { presence, staff } = file.view;
    const typed = {
      presence: presence ?? '',
      agents: String(staff ?? 1),
      version: String(file.version),
    };
    return presencePage(file, new FormValues(typed), {});
  }

  @Post()
  @HttpCode(303)
  @Allow(GUESTS)
  @AcceptsForm()
  async post(
    @ResourceId() id: string,
    @Body() body: unknown,
    @CurrentActor() actor: PersonActor,
  ): Promise<Page | SeeOther> {
    const form = new FormValues(body);
    const staff = form.text('agents');
    const read = await readFields(AnswerSessionRequest, {
      presence: form.optional('presence'),
      staff: /^\d{1,4}$/.test(staff) ? Number(staff) : staff || null,
    });
    if (!read.isRight) {
      const errors = formErrors(read.issues, NAMES, WORDS);
      return presencePage(await this.files.one(id, actor), form, errors);
    }
    const request = {
      command: 'answer',
      presence: read.value.presence,
      staff: read.value.staff ?? null,
    } as const;
    const version = versionOf(form.text('version'));
    const refusal = await attempt(() => this.runCommand.execute(id, request, actor, version));
    if (refusal) {
      return sessionPage(await this.files.one(id, actor), reasonOf(refusal));
    }
    return new SeeOther(sessionPath(id), { tone: 'success', text: NOTICE });
  }
}
