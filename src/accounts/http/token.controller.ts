import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AcceptsForm } from '../../platform/http/index.js';
import { Public } from '../../platform/security/index.js';
import { TokenRefused } from '../domain/token-refused.js';
import { AuthenticateClient } from '../use-cases/authenticate-client.js';
import { IssueAccessToken } from '../use-cases/issue-access-token.js';
import { readTokenForm } from './token-form.js';
import { TokenQuota } from './token-quota.js';
import { TokenRefusalView, tokenView, TokenView } from './token.view.js';

const FORM = {
  schema: {
    type: 'object',
    required: ['grant_type'],
    properties: {
      grant_type: { type: 'string', enum: ['client_credentials'] },
      scope: { type: 'string', description: 'Portées séparées par une espace ; toutes sinon.' },
      client_id: { type: 'string' },
      client_assertion_type: { type: 'string' },
      client_assertion: { type: 'string' },
    },
  },
};

/** `POST /oauth/token`: answers in the words of RFC 6749, not in problem+json. */
@ApiTags('Jetons')
@Controller('oauth')
export class TokenController {
  constructor(
    private readonly authenticateClient: AuthenticateClient,
    private readonly issueAccessToken: IssueAccessToken,
    private readonly quota: TokenQuota,
  ) {}

  @Post('token')
  @Public()
  @HttpCode(200)
  @ApiOperation({ summary: 'Obtenir un jeton d’accès (client_credentials)' })
  @AcceptsForm()
  @ApiBody(FORM)
  @ApiOkResponse({ type: TokenView })
  @ApiResponse({ status: 400, type: TokenRefusalView })
  @ApiResponse({ status: 401, type: TokenRefusalView })
  @ApiResponse({ status: 429, type: TokenRefusalView })
  async issue(
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TokenView | TokenRefusalView> {
    reply.header('cache-control', 'no-store').header('pragma', 'no-cache');
    try {
      const form = readTokenForm(body, request.headers.authorization);
      const claimed = this.authenticateClient.claimedClient(form.credentials) ?? '';
      const wait = await this.quota.take(claimed, request.ip);
      if (wait > 0) return tooMany(reply, wait);
      return tokenView(await this.issueAccessToken.execute({ ...form, correlationId: request.id }));
    } catch (error) {
      if (error instanceof TokenRefused) return refusal(reply, error);
      throw error;
    }
  }
}

function refusal(reply: FastifyReply, { refusal: error, message }: TokenRefused): TokenRefusalView {
  const isUnknown = error === 'invalid_client';
  reply.status(isUnknown ? 401 : 400);
  if (isUnknown) reply.header('www-authenticate', 'Basic realm="passerelle", charset="UTF-8"');
  return { error, error_description: message };
}

function tooMany(reply: FastifyReply, seconds: number): TokenRefusalView {
  reply.status(429).header('retry-after', String(seconds));
  return {
    error: 'temporarily_unavailable',
    error_description: `Trop de demandes de jeton : attendez ${seconds} s.`,
  };
}
