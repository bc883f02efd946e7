import { Injectable } from '@nestjs/common';
import { Clock, localDateIn, UnitOfWork, type PersonActor } from '../../kernel/index.js';
import { isInForce, type Membership } from '../domain/account.js';
import { Accounts, Sessions, TokenMint, type OpenSession } from './ports.js';
import { SessionJournal } from './session-journal.js';
import { technicalActor } from './technical-actor.js';

/** An account as its holder sees it. */
export interface OwnAccount {
  readonly email: string;
  readonly displayName: string;
  /** Where the holder may work today. */
  readonly memberships: readonly Membership[];
  readonly sessions: readonly OpenSession[];
  /** The session that asks. */
  readonly currentId: string | undefined;
}

/** One's own account and sessions, which can be ended from anywhere (SEC-07). */
@Injectable()
export class OwnSessions {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: Accounts,
    private readonly sessions: Sessions,
    private readonly journal: SessionJournal,
    private readonly mint: TokenMint,
    private readonly clock: Clock,
  ) {}

  /** @param token of the session that asks */
  consult(token: string, actor: PersonActor): Promise<OwnAccount> {
    const now = this.clock.now();
    const today = localDateIn(now, 'UTC');
    return this.unitOfWork.run(technicalActor('session.consult', actor.correlationId), async () => {
      const account = await this.accounts.byId(actor.id);
      const current = await this.sessions.byToken(this.mint.hash(token), today);
      return {
        email: account?.email ?? '',
        displayName: account?.displayName ?? '',
        memberships: (account?.memberships ?? []).filter((one) => isInForce(one, today)),
        sessions: await this.sessions.openOf(actor.id, now),
        currentId: current?.id,
      };
    });
  }

  /**
   * Ends a session of one's own; one that is over already, or somebody else's, changes nothing.
   * @returns false when no such session was open
   */
  end(sessionId: string, actor: PersonActor): Promise<boolean> {
    const { id: accountId, correlationId } = actor;
    return this.unitOfWork.run(technicalActor('session.end', correlationId), async () => {
      const over = await this.sessions.endOf(accountId, this.clock.now(), sessionId);
      for (const ended of over) {
        await this.journal.tell('session.end', { ...ended, accountId }, correlationId);
      }
      return over.length > 0;
    });
  }
}
