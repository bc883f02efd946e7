import { Controller, Get, HttpCode, Post, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { ROLES, type PersonActor } from '../../../kernel/index.js';
import { AcceptsForm, ResourceId } from '../../../platform/http/index.js';
import { SeeOther, viewerOf, type Page } from '../../../platform/pages/index.js';
import { Allow, CurrentActor } from '../../../platform/security/index.js';
import { OwnSessions } from '../../use-cases/own-sessions.js';
import { Cookies } from '../cookies.js';
import { endedWords } from '../ended-words.js';
import { OWN_ACCOUNT_PATH, ownAccountPage } from './own-account.page.js';

const EVERYBODY = { roles: ROLES };

/** One's own account: where one works, and the sessions that are open (SEC-07). */
@ApiExcludeController()
@Controller('compte')
export class OwnAccountController {
  constructor(
    private readonly ownSessions: OwnSessions,
    private readonly cookies: Cookies,
  ) {}

  @Get()
  @Allow(EVERYBODY)
  async page(@CurrentActor() actor: PersonActor, @Req() request: FastifyRequest): Promise<Page> {
    const token = this.cookies.of.session(request.headers.cookie) ?? '';
    const account = await this.ownSessions.consult(token, actor);
    return ownAccountPage(account, viewerOf(actor)?.timeZone ?? 'Europe/Paris');
  }

  @Post('sessions/:id/fin')
  @HttpCode(303)
  @Allow(EVERYBODY)
  @AcceptsForm()
  async end(@ResourceId() id: string, @CurrentActor() actor: PersonActor): Promise<SeeOther> {
    const isEnded = await this.ownSessions.end(id, actor);
    return new SeeOther(OWN_ACCOUNT_PATH, endedWords(isEnded));
  }
}
