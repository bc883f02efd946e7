import { Injectable } from '@nestjs/common';
import { addMillis, Clock, UnitOfWork } from '../../kernel/index.js';
import { TOKEN_LIFE_SECONDS } from '../domain/machine-client.js';
import { grantScopes, type MachineScope } from '../domain/machine-scope.js';
import { invalidClient, TokenRefused } from '../domain/token-refused.js';
import { AuthenticateClient, type ShownCredentials } from './authenticate-client.js';
import { AccessTokens, TokenMint } from './ports.js';
import { technicalActor } from './technical-actor.js';

/** A request to the token endpoint, its form already read. */
export interface AccessTokenRequest {
  readonly credentials: ShownCredentials;
  /** Scopes separated by a space; without them, all those of the client. */
  readonly scope: string | undefined;
  readonly correlationId: string;
}

/** What the client gets; the token is nowhere else. */
export interface IssuedToken {
  readonly token: string;
  readonly expiresInSeconds: number;
  readonly scopes: readonly MachineScope[];
}

/** Gives a machine client an opaque token of five minutes (contract.md 2, SEC-09). */
@Injectable()
export class IssueAccessToken {
  constructor(
    private readonly authenticate: AuthenticateClient,
    private readonly unitOfWork: UnitOfWork,
    private readonly tokens: AccessTokens,
    private readonly mint: TokenMint,
    private readonly clock: Clock,
  ) {}

  /** @throws TokenRefused `invalid_client` or `invalid_scope` */
  async execute({ credentials, scope, correlationId }: AccessTokenRequest): Promise<IssuedToken> {
    const { client, proof } = await this.authenticate.execute(credentials, correlationId);
    const granted = grantScopes(scope, client.scopes);
    if (!granted.ok) {
      throw new TokenRefused(
        'invalid_scope',
        'Ce droit est inconnu, ou ce client ne le porte pas.',
      );
    }
    const { token, hash } = this.mint.draw();
    const issuedAt = this.clock.now();
    const stored = {
      tokenHash: hash,
      machineClientId: client.id,
      scopes: granted.scopes,
      issuedAt,
      expiresAt: addMillis(issuedAt, TOKEN_LIFE_SECONDS * 1000),
    };
    await this.unitOfWork.run(technicalActor('oauth.issue', correlationId), async () => {
      // In the transaction of the token: of two uses of one assertion, one gets a token.
      if (proof && !(await this.tokens.useAssertion(client.id, proof.jti, proof.expiresAt))) {
        throw invalidClient();
      }
      await this.tokens.add(stored);
    });
    return { token, expiresInSeconds: TOKEN_LIFE_SECONDS, scopes: granted.scopes };
  }
}
