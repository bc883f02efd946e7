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
import { InvalidAccountData } from '../domain/errors.js';
import type { Session } from '../domain/session.js';
import { isStrongEnough } from '../domain/sign-in.rules.js';
import { Accounts, OrganisationCodes, Sessions, TokenMint } from './ports.js';
import { SessionJournal } from './session-journal.js';
import { technicalActor } from './technical-actor.js';

/** Where somebody wants to work now. */
export interface SwitchCommand {
  readonly organisationCode: string;
  /** Nothing when what was sent is no role: no place is then found. */
  readonly role: Role | null;
}

/** A place somebody may work in, and how it is called. */
export interface Choice extends Membership {
  readonly name: string;
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
    private readonly organisations: OrganisationCodes,
    private readonly journal: SessionJournal,
    private readonly mint: TokenMint,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  /** The organisations and roles that the session of a token may change to, its own included. */
  choices(token: string, actor: PersonActor): Promise<readonly Choice[]> {
    return this.unitOfWork.run(technicalActor('session.choices', actor.correlationId), async () => {
      const session = await this.sessionOf(token);
      const choices: Choice[] = [];
      for (const membership of session ? await this.openTo(session) : []) {
        const { id, code } = membership.organisation;
        choices.push({ ...membership, name: (await this.organisations.nameOf(id)) ?? code });
      }
      return choices;
    });
  }

  /** @returns the token of the new session. @throws InvalidAccountData when that place is not open */
  async execute(command: SwitchCommand, token: string, actor: PersonActor): Promise<string> {
    const { correlationId } = actor;
    const fresh = this.mint.draw();
    await this.unitOfWork.run(technicalActor('session.switch', correlationId), async () => {
      const session = await this.change(command, token, fresh.hash);
      await this.journal.tell('session.switch', session, correlationId);
    });
    return fresh.token;
  }

  private async change(
    { organisationCode, role }: SwitchCommand,
    token: string,
    tokenHash: string,
  ) {
    const session = await this.sessionOf(token);
    if (!session) throw notOpen();
    const chosen = (await this.openTo(session)).find(
      (one) => one.organisation.code === organisationCode && one.role === role,
    );
    const now = this.clock.now();
    const ended = chosen && (await this.sessions.end(session.id, now));
    if (!ended) throw notOpen();
    const id = this.ids.uuid();
    const { organisation, role: chosenRole } = chosen;
    const { accountId, acr, endsAt } = session;
    const place = { accountId, organisationId: organisation.id, role: chosenRole, acr };
    // It ends with the sign-in it comes from.
    const span = { startedAt: now, endsAt };
    await this.sessions.add({ id, tokenHash, ...place, idToken: ended.idToken, ...span });
    return { id, accountId, organisation, role: chosenRole };
  }

  private sessionOf(token: string): Promise<Session | undefined> {
    return this.sessions.byToken(this.mint.hash(token), this.today());
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

function notOpen(): InvalidAccountData {
  const detail = 'Choisissez un organisme de la liste.';
  return new InvalidAccountData([{ pointer: '/organisationCode', code: 'not-open', detail }]);
}
