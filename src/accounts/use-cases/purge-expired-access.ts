import { Injectable } from '@nestjs/common';
import { Clock, UnitOfWork } from '../../kernel/index.js';
import { AccessTokens, Sessions, type ForgottenTokens } from './ports.js';
import { technicalActor } from './technical-actor.js';

/** How much was forgotten; sign-ins never finished count with the sessions. */
export interface ForgottenAccess extends ForgottenTokens {
  readonly sessions: number;
}

/** Forgets tokens, assertions, sessions and sign-ins that open nothing any more; a schedule calls it. */
@Injectable()
export class PurgeExpiredAccess {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly tokens: AccessTokens,
    private readonly sessions: Sessions,
    private readonly clock: Clock,
  ) {}

  execute(correlationId: string): Promise<ForgottenAccess> {
    const now = this.clock.now();
    return this.unitOfWork.run(technicalActor('access.purge', correlationId), async () => ({
      ...(await this.tokens.deleteExpired(now)),
      sessions: await this.sessions.deleteEnded(now),
    }));
  }
}
