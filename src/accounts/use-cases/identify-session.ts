import { Injectable } from '@nestjs/common';
import { addMillis, Clock, localDateIn, UnitOfWork } from '../../kernel/index.js';
import { isAlive, type Session } from '../domain/session.js';
import { Sessions, TokenMint } from './ports.js';
import { technicalActor } from './technical-actor.js';

/** Noting every request would write a row per page: once a minute is enough for half an hour. */
const NOTED_EVERY_MILLIS = 60_000;

/** Finds whose session a token opens. Read each time: a session ended elsewhere opens nothing more. */
@Injectable()
export class IdentifySession {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sessions: Sessions,
    private readonly mint: TokenMint,
    private readonly clock: Clock,
  ) {}

  /**
   * Nothing when the session is unknown, ended, too old, or its membership is over. What a page asks by
   * itself is no activity (SEC-07): it must not keep the session of somebody who went away.
   */
  execute(token: string, correlationId: string, isActivity: boolean): Promise<Session | undefined> {
    const hash = this.mint.hash(token);
    const now = this.clock.now();
    return this.unitOfWork.run(technicalActor('session.identify', correlationId), async () => {
      const session = await this.sessions.byToken(hash, localDateIn(now, 'UTC'));
      if (!session || !isAlive(session, now)) return undefined;
      if (isActivity && addMillis(session.seenAt, NOTED_EVERY_MILLIS) < now)
        await this.sessions.touch(session.id, now);
      return session;
    });
  }
}
