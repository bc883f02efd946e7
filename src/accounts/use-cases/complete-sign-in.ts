import { Injectable } from '@nestjs/common';
import {
  AuditTrail,
  Clock,
  Ids,
  localDateIn,
  UnitOfWork,
  type Instant,
} from '../../kernel/index.js';
import { normaliseEmail, type AccountWithMemberships, type Membership } from '../domain/account.js';
import { SignInBroken, SignInRefused } from '../domain/errors.js';
import { endOfSession } from '../domain/session.js';
import { decideSignIn, type ProvenIdentity } from '../domain/sign-in.rules.js';
import {
  Accounts,
  IdentityProvider,
  LinkedIdentities,
  Sessions,
  SignInAttempts,
  TokenMint,
  type ProviderAnswer,
} from './ports.js';
import { technicalActor } from './technical-actor.js';

/** A session has begun. */
export interface BegunSession {
  /** For the cookie; only its hash is kept. */
  readonly token: string;
  readonly next: string;
  /** Other organisations or roles the person may work in. */
  readonly hasChoice: boolean;
}

/** What a browser brings back from the provider. */
export interface ReturnedBrowser {
  /** The token given when the sign-in began. */
  readonly browserToken: string;
  readonly state: string;
  /** The query of the callback, as it came. */
  readonly query: string;
}

/** Ends a sign-in: checks the answer of the provider, links an account at its first, opens a session. */
@Injectable()
export class CompleteSignIn {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly provider: IdentityProvider,
    private readonly attempts: SignInAttempts,
    private readonly accounts: Accounts,
    private readonly identities: LinkedIdentities,
    private readonly sessions: Sessions,
    private readonly auditTrail: AuditTrail,
    private readonly mint: TokenMint,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  /** @throws SignInBroken, SignInRefused, SignInUnavailable */
  async execute(browser: ReturnedBrowser, correlationId: string): Promise<BegunSession> {
    const actor = technicalActor('sign-in.complete', correlationId);
    const now = this.clock.now();
    const browserHash = this.mint.hash(browser.browserToken);
    // Its own transaction: an answer that does not do uses the attempt up all the same.
    const attempt = await this.unitOfWork.run(actor, () =>
      this.attempts.take(browserHash, browser.state, now),
    );
    if (!attempt) throw new SignInBroken();
    const answer = await this.provider.complete(browser.query, attempt);
    const begun = await this.unitOfWork.run(actor, () => this.open(answer, now, correlationId));
    return { ...begun, next: attempt.next };
  }

  private async open(
    { identity, idToken }: ProviderAnswer,
    now: Instant,
    correlationId: string,
  ): Promise<Omit<BegunSession, 'next'>> {
    const { account, memberships, isLinked } = await this.letIn(identity, now);
    if (!isLinked && !(await this.identities.link(identity, account.id, now))) {
      throw new SignInRefused('unknown-person');
    }
    const [membership] = memberships;
    if (!membership) throw new SignInRefused('no-organisation');
    const { token, hash } = this.mint.draw();
    const id = this.ids.uuid();
    await this.sessions.add({
      id,
      tokenHash: hash,
      accountId: account.id,
      organisationId: membership.organisation.id,
      role: membership.role,
      acr: identity.acr ?? '',
      idToken,
      startedAt: now,
      endsAt: endOfSession(now),
    });
    await this.record(account, membership, isLinked, id, correlationId);
    return { token, hasChoice: memberships.length > 1 };
  }

  private async letIn(identity: ProvenIdentity, now: Instant) {
    const linked = await this.identities.accountOf(identity);
    const account = await this.accountOf(linked, identity.email);
    const decision = decideSignIn({
      identity,
      account,
      isLinked: linked !== undefined,
      isTaken: account !== undefined && (await this.identities.isTaken(account.id)),
      sirets: account ? await this.identities.siretsOf(account.id) : new Map(),
      today: localDateIn(now, 'UTC'),
    });
    if (!decision.ok) throw new SignInRefused(decision.refusal);
    if (!account) throw new SignInRefused('unknown-person');
    return { account, memberships: decision.memberships, isLinked: linked !== undefined };
  }

  private accountOf(
    linked: string | undefined,
    claimed: string | null,
  ): Promise<AccountWithMemberships | undefined> {
    if (linked !== undefined) return this.accounts.byId(linked);
    const email = claimed === null ? undefined : normaliseEmail(claimed);
    return email === undefined ? Promise.resolve(undefined) : this.accounts.byEmail(email);
  }

  private record(
    account: AccountWithMemberships,
    { organisation, role }: Membership,
    isLinked: boolean,
    sessionId: string,
    correlationId: string,
  ): Promise<void> {
    const trace = { channel: { kind: 'page' }, correlationId } as const;
    return this.auditTrail.record({
      actor: { type: 'person', id: account.id, role, organisation, ...trace },
      command: isLinked ? 'session.begin' : 'account.link',
      resource: { type: 'session', id: sessionId },
      organisationId: organisation.id,
      effectiveOn: null,
      result: 'done',
    });
  }
}
