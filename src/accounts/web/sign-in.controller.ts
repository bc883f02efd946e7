import { Body, Controller, Get, HttpCode, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AcceptsForm } from '../../platform/http/index.js';
import { FormValues, SeeOther, type Page } from '../../platform/pages/index.js';
import { Public } from '../../platform/security/index.js';
import { SignInSettings } from '../credentials/sign-in-settings.js';
import { SignInBroken, SignInRefused } from '../domain/errors.js';
import { BeginSignIn } from '../use-cases/begin-sign-in.js';
import { CompleteSignIn } from '../use-cases/complete-sign-in.js';
import { EndSession } from '../use-cases/end-session.js';
import { Cookies } from './cookies.js';
import { nextPath } from './next-path.js';
import { refusalPage } from './refusal-pages.js';
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
    const next = nextPath(new FormValues(body).text('suite'));
    const { url, browserToken } = await this.beginSignIn.execute(next, request.id);
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
    try {
      const begun = await this.completeSignIn.execute({ browserToken, state, query }, request.id);
      reply.header('set-cookie', [
        this.cookies.of.forgetAttempt(),
        this.cookies.of.keepSession(begun.token),
      ]);
      return new SeeOther(begun.hasChoice ? '/organisation' : begun.next);
    } catch (error) {
      if (error instanceof SignInRefused) return refusalPage(error.refusal);
      throw error;
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
