import { Injectable } from '@nestjs/common';
import { Clock, localDateIn, UnitOfWork } from '../../kernel/index.js';
import { IdentityProvider, Sessions, TokenMint } from './ports.js';
import { SessionJournal } from './session-journal.js';
import { technicalActor } from './technical-actor.js';

/** Ends a session here first, then says where the provider ends its own (SEC-08). */
@Injectable()
export class EndSession {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sessions: Sessions,
    private readonly provider: IdentityProvider,
    private readonly journal: SessionJournal,
    private readonly mint: TokenMint,
    private readonly clock: Clock,
  ) {}

  /** @returns the logout address of the provider; nothing when it has none, or does not answer */
  async execute(token: string, correlationId: string): Promise<string | undefined> {
    const now = this.clock.now();
    const hash = this.mint.hash(token);
    const actor = technicalActor('session.end', correlationId);
    const ended = await this.unitOfWork.run(actor, async () => {
      const session = await this.sessions.byToken(hash, localDateIn(now, 'UTC'));
      const over = session && (await this.sessions.end(session.id, now));
      if (session && over) await this.journal.tell('session.end', session, correlationId);
      return over;
    });
    return ended && this.provider.logoutUrl(ended.idToken).catch(() => undefined);
  }
}
