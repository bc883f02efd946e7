import { Injectable } from '@nestjs/common';
import { addMillis, Clock, UnitOfWork } from '../../kernel/index.js';
import { IdentityProvider, SignInAttempts, TokenMint } from './ports.js';
import { technicalActor } from './technical-actor.js';

/** A sign-in is finished within ten minutes or begun again. */
export const ATTEMPT_MILLIS = 600_000;

/** Sends a browser to the identity provider. */
@Injectable()
export class BeginSignIn {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly provider: IdentityProvider,
    private readonly attempts: SignInAttempts,
    private readonly mint: TokenMint,
    private readonly clock: Clock,
  ) {}

  /**
   * @param next path of this service to open afterwards
   * @returns where to send the browser, and the token that ties it to this attempt
   * @throws SignInUnavailable
   */
  async execute(
    next: string,
    correlationId: string,
  ): Promise<{ url: string; browserToken: string }> {
    const { url, state, nonce, verifier } = await this.provider.begin();
    const { token, hash } = this.mint.draw();
    const expiresAt = addMillis(this.clock.now(), ATTEMPT_MILLIS);
    await this.unitOfWork.run(technicalActor('sign-in.begin', correlationId), () =>
      this.attempts.add(hash, { state, nonce, verifier, next }, expiresAt),
    );
    return { url, browserToken: token };
  }
}
