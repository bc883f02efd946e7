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
   * @param asked `next` is the path of this service to open afterwards; `isOther` makes the provider ask
   *   who it is, even where it knows somebody already
   * @returns where to send the browser, and the token that ties it to this attempt
   * @throws SignInUnavailable
   */
  async execute(
    { next, isOther }: { readonly next: string; readonly isOther: boolean },
    correlationId: string,
  ): Promise<{ url: string; browserToken: string }> {
    const { url, state, nonce, verifier } = await this.provider.begin({ isOther });
    const { token, hash } = this.mint.draw();
    const expiresAt = addMillis(this.clock.now(), ATTEMPT_MILLIS);
    await this.unitOfWork.run(technicalActor('sign-in.begin', correlationId), () =>
      this.attempts.add(hash, { state, nonce, verifier, next }, expiresAt),
    );
    return { url, browserToken: token };
  }
}
