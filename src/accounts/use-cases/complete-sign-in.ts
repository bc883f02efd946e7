import { Injectable } from '@nestjs/common';
import { Clock, Ids, localDateIn, UnitOfWork, type Instant } from '../../kernel/index.js';
import { normaliseEmail, type AccountWithMemberships, type Membership } from '../domain/account.js';
import { SignInBroken, SignInRefused } from '../domain/errors.js';
import { endOfSession } from '../domain/session.js';
import {
  decideSignIn,
  type ProvenIdentity,
  type SignInDecision,
  type SignInRefusal,
} from '../domain/sign-in.rules.js';
import {
  Accounts,
  IdentityProvider,
  LinkedIdentities,
  Sessions,
  SignInAttempts,
  TokenMint,
  type ProviderAnswer,
} from './ports.js';
import { SessionJournal } from './session-journal.js';
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
  /** The session the browser still holds: it ends when another begins. */
  readonly formerToken?: string | undefined;
}

/** What the decision was, and on whom. */
interface Judged {
  readonly decision: SignInDecision;
  readonly account: AccountWithMemberships | undefined;
  readonly isLinked: boolean;
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
    private readonly journal: SessionJournal,
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
    const begun = await this.unitOfWork.run(actor, () =>
      this.open(answer, browser.formerToken, now, correlationId),
    );
    // Thrown only now: the line of the refusal in the journal is kept.
    if (typeof begun === 'string') throw new SignInRefused(begun);
    return { ...begun, next: attempt.next };
  }

  private async open(
    answer: ProviderAnswer,
    formerToken: string | undefined,
    now: Instant,
    correlationId: string,
  ): Promise<Omit<BegunSession, 'next'> | SignInRefusal> {
    const { identity } = answer;
    const judged = await this.judge(identity, now);
    const { account, decision, isLinked } = judged;
    if (!decision.ok) return this.refuse(decision.refusal, account, correlationId);
    const [membership] = decision.memberships;
    if (!account || !membership) return this.refuse('no-organisation', account, correlationId);
    if (!isLinked && !(await this.identities.link(identity, account.id, now))) {
      return this.refuse('unknown-person', account, correlationId);
    }
    await this.endFormer(formerToken, now, correlationId);
    const token = await this.begin(account, membership, answer, now);
    const { organisation, role } = membership;
    const session = { id: token.id, accountId: account.id, organisation, role };
    await this.journal.tell(isLinked ? 'session.begin' : 'account.link', session, correlationId);
    return { token: token.token, hasChoice: decision.memberships.length > 1 };
  }

  private async begin(
    { id: accountId }: AccountWithMemberships,
    { organisation, role }: Membership,
    { identity, idToken }: ProviderAnswer,
    now: Instant,
  ): Promise<{ id: string; token: string }> {
    const { token, hash: tokenHash } = this.mint.draw();
    const id = this.ids.uuid();
    const place = { accountId, organisationId: organisation.id, role, acr: identity.acr ?? '' };
    const span = { startedAt: now, endsAt: endOfSession(now) };
    await this.sessions.add({ id, tokenHash, ...place, idToken, ...span });
    return { id, token };
  }

  private async judge(identity: ProvenIdentity, now: Instant): Promise<Judged> {
    const linked = await this.identities.accountOf(identity);
    const account = await this.accountOf(linked, identity.email);
    const isLinked = linked !== undefined;
    const decision = decideSignIn({
      identity,
      account,
      isLinked,
      isTaken: account !== undefined && (await this.identities.isTaken(account.id)),
      sirets: account ? await this.identities.siretsOf(account.id) : new Map(),
      today: localDateIn(now, 'UTC'),
    });
    return { decision, account, isLinked };
  }

  private accountOf(
    linked: string | undefined,
    claimed: string | null,
  ): Promise<AccountWithMemberships | undefined> {
    if (linked !== undefined) return this.accounts.byId(linked);
    const email = claimed === null ? undefined : normaliseEmail(claimed);
    return email === undefined ? Promise.resolve(undefined) : this.accounts.byEmail(email);
  }

  private async endFormer(
    token: string | undefined,
    now: Instant,
    correlationId: string,
  ): Promise<void> {
    if (token === undefined) return;
    const former = await this.sessions.byToken(this.mint.hash(token), localDateIn(now, 'UTC'));
    if (!former || !(await this.sessions.end(former.id, now))) return;
    await this.journal.tell('session.end', former, correlationId);
  }

  /** The refusal of a known account stands in the journal of its organisation. */
  private async refuse(
    refusal: SignInRefusal,
    account: AccountWithMemberships | undefined,
    correlationId: string,
  ): Promise<SignInRefusal> {
    const [membership] = account?.memberships ?? [];
    if (account && membership) {
      const { organisation, role } = membership;
      const person = { accountId: account.id, organisation, role };
      await this.journal.refused(person, refusal, correlationId);
    }
    return refusal;
  }
}
