import { Injectable } from '@nestjs/common';
import { Clock, UnitOfWork } from '../../kernel/index.js';
import { AccessTokens, type ForgottenTokens } from './ports.js';
import { technicalActor } from './technical-actor.js';

/** Forgets tokens and assertions that open nothing any more; a schedule calls it. */
@Injectable()
export class PurgeExpiredTokens {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly tokens: AccessTokens,
    private readonly clock: Clock,
  ) {}

  execute(correlationId: string): Promise<ForgottenTokens> {
    return this.unitOfWork.run(technicalActor('oauth.purge', correlationId), () =>
      this.tokens.deleteExpired(this.clock.now()),
    );
  }
}
