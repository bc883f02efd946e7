import { Controller, Get } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { ROLES, type PersonActor } from '../../kernel/index.js';
import { FolderMailer, Mailer } from '../../platform/mail/index.js';
import { viewerOf, type Page } from '../../platform/pages/index.js';
import { Allow, CurrentActor } from '../../platform/security/index.js';
import { CAUGHT_MAIL_PATH, caughtMailPage } from './caught-mail.page.js';

const LIMIT = 50;

/** The messages of the demonstration, to whoever signed in to it. */
@ApiExcludeController()
@Controller(CAUGHT_MAIL_PATH)
export class CaughtMailController {
  constructor(private readonly mailer: Mailer) {}

  @Get()
  @Allow({ roles: ROLES })
  async page(@CurrentActor() actor: PersonActor): Promise<Page> {
    const mails = this.mailer instanceof FolderMailer ? await this.mailer.latest(LIMIT) : [];
    return caughtMailPage(mails, viewerOf(actor)?.timeZone ?? 'Europe/Paris');
  }
}
