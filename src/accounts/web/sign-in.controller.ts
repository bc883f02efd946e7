import { Body, Controller, Get, HttpCode, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AcceptsForm } from '../../platform/http/index.js';
import { EventLog } from '../../platform/logging/index.js';
import { FormValues, SeeOther, type Page } from '../../platform/pages/index.js';
import { Public } from '../../platform/security/index.js';
import { SignInSettings } from '../credentials/sign-in-settings.js';
import { SignInBroken, SignInRefused } from '../domain/errors.js';
import { BeginSignIn } from '../use-cases/begin-sign-in.js';
import { CompleteSignIn } from '../use-cases/complete-sign-in.js';
import { EndSession } from '../use-cases/end-session.js';
import { Cookies } from './cookies.js';
import { choicePath, nextPath } from './next-path.js';
import { refusalPage } from './refusal-pages.js';
import { SignInQuota } from './sign-in-quota.js';
import { goodbyePage, signInPage } from './sign-in.page.js';

/** Signing in and out, at the identity provider (SEC-01, SEC-08). */
@ApiExcludeController()
@Controller()
export class SignInController {
  constructor(
    private readonly beginSignIn: BeginSignIn,
    private readonly completeSignIn: CompleteSignIn,
    private readonly endSession: EndSession,
    private readonly settings: SignInSettings,
    private readonly cookies: Cookies,
    private readonly quota: SignInQuota,
    private readonly log: EventLog,
  ) {}

  @Get('connexion')
  @Public()
  page(@Query('suite') suite: string | undefined): Page {
    return signInPage({ next: nextPath(suite), isAvailable: this.settings.provider !== undefined });
  }

  @Post('connexion')
  @HttpCode(303)
  @Public()
  @AcceptsForm()
  async begin(
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.quota.take(request.ip);
    const form = new FormValues(body);
    const asked = { next: nextPath(form.text('suite')), isOther: form.text('compte') === 'autre' };
    const { url, browserToken } = await this.beginSignIn.execute(asked, request.id);
    await reply
      .status(303)
      .header('set-cookie', this.cookies.of.keepAttempt(browserToken))
      .header('location', url)
      .send('');
  }

  @Get('connexion/retour')
  @Public()
  async complete(
    @Query('state') state: string | undefined,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Page | SeeOther> {
    const browserToken = this.cookies.of.attempt(request.headers.cookie);
    if (browserToken === undefined || !state) throw new SignInBroken();
    const [, query = ''] = request.url.split('?');
    const formerToken = this.cookies.of.session(request.headers.cookie);
    const browser = { browserToken, state, query, formerToken };
    // Used up whatever comes of it.
    reply.header('set-cookie', this.cookies.of.forgetAttempt());
    try {
      const begun = await this.completeSignIn.execute(browser, request.id);
      reply.header('set-cookie', this.cookies.of.keepSession(begun.token));
      return new SeeOther(begun.hasChoice ? choicePath(begun.next) : begun.next);
    } catch (error) {
      if (!(error instanceof SignInRefused)) throw error;
      // For whoever watches: also those that no account, and so no journal, knows.
      this.log.warn('sign-in.refused', { problem: error.refusal });
      return refusalPage(error.refusal);
    }
  }

  @Post('deconnexion')
  @HttpCode(303)
  @Public()
  @AcceptsForm()
  async leave(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const token = this.cookies.of.session(request.headers.cookie);
    const url = token && (await this.endSession.execute(token, request.id));
    await reply
      .status(303)
      .header('set-cookie', this.cookies.of.forgetSession())
      .header('clear-site-data', '"cache", "storage"')
      .header('location', url || '/connexion/fin')
      .send('');
  }

  @Get('connexion/fin')
  @Public()
  goodbye(): Page {
    return goodbyePage();
  }
}
