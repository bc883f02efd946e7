import { Injectable } from '@nestjs/common';
import { Clock, UnitOfWork, type Actor } from '../../kernel/index.js';
import { mayManageAccounts } from '../domain/account-approval.rules.js';
import { AccountsForbidden } from '../domain/errors.js';
import { Sessions } from './ports.js';
import { SessionJournal } from './session-journal.js';

/** Ends one session of somebody, the others going on (SEC-07): a lost telephone closes no account. */
@Injectable()
export class EndAccountSession {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sessions: Sessions,
    private readonly journal: SessionJournal,
    private readonly clock: Clock,
  ) {}

  /**
   * One that is over already, or of another account, changes nothing.
   * @returns false when no such session was open
   * @throws AccountsForbidden
   */
  execute(accountId: string, sessionId: string, actor: Actor): Promise<boolean> {
    if (!mayManageAccounts(actor)) throw new AccountsForbidden();
    return this.unitOfWork.run(actor, () => this.end(accountId, sessionId, actor), {
      lens: 'technical',
    });
  }

  private async end(accountId: string, sessionId: string, actor: Actor): Promise<boolean> {
    const ended = await this.sessions.endOf(accountId, this.clock.now(), sessionId);
    for (const session of ended) await this.journal.endedBy(actor, session);
    return ended.length > 0;
  }
}
