import { Injectable } from '@nestjs/common';
import {
  Clock,
  Ids,
  localDateIn,
  UnitOfWork,
  type PersonActor,
  type Role,
} from '../../kernel/index.js';
import { isInForce, type Membership } from '../domain/account.js';
import { AccountsForbidden } from '../domain/errors.js';
import type { Session } from '../domain/session.js';
import { isStrongEnough } from '../domain/sign-in.rules.js';
import { Accounts, Sessions, TokenMint } from './ports.js';
import { technicalActor } from './technical-actor.js';

/** Where somebody wants to work now. */
export interface SwitchCommand {
  readonly organisationCode: string;
  readonly role: Role;
}

/**
 * An account works in one role of one organisation at a time; changing begins another session (SEC-07),
 * never one that the sign-in was too weak for.
 */
@Injectable()
export class SwitchOrganisation {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: Accounts,
    private readonly sessions: Sessions,
    private readonly mint: TokenMint,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  /** The organisations and roles that the session of a token may change to, its own included. */
  choices(token: string, actor: PersonActor): Promise<readonly Membership[]> {
    return this.unitOfWork.run(technicalActor('session.choices', actor.correlationId), async () => {
      const session = await this.sessionOf(token);
      return this.openTo(session);
    });
  }

  /** @returns the token of the new session. @throws AccountsForbidden when that place is not open */
  async execute(command: SwitchCommand, token: string, actor: PersonActor): Promise<string> {
    const fresh = this.mint.draw();
    await this.unitOfWork.run(technicalActor('session.switch', actor.correlationId), () =>
      this.change(command, token, fresh.hash),
    );
    return fresh.token;
  }

  private async change(
    { organisationCode, role }: SwitchCommand,
    token: string,
    tokenHash: string,
  ) {
    const session = await this.sessionOf(token);
    const chosen = (await this.openTo(session)).find(
      (one) => one.organisation.code === organisationCode && one.role === role,
    );
    const now = this.clock.now();
    const ended = chosen && (await this.sessions.end(session.id, now));
    if (!ended) throw new AccountsForbidden();
    const { accountId, acr, endsAt } = session;
    const { idToken } = ended;
    const organisationId = chosen.organisation.id;
    const place = { accountId, organisationId, role, acr };
    // It ends with the sign-in it comes from.
    const span = { startedAt: now, endsAt };
    await this.sessions.add({ id: this.ids.uuid(), tokenHash, ...place, idToken, ...span });
  }

  private async sessionOf(token: string): Promise<Session> {
    const session = await this.sessions.byToken(this.mint.hash(token), this.today());
    if (!session) throw new AccountsForbidden();
    return session;
  }

  private async openTo({ accountId, acr }: Session): Promise<readonly Membership[]> {
    const account = await this.accounts.byId(accountId);
    return (account?.memberships ?? []).filter(
      (one) => isInForce(one, this.today()) && isStrongEnough(acr, one.role),
    );
  }

  private today() {
    return localDateIn(this.clock.now(), 'UTC');
  }
}
