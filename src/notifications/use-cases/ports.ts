import type { ContactDetails } from '../../organisations/index.js';
import type { MailedInvitation } from '../../direct-applicants/index.js';
import type { Instant, LocalDate, OrganisationScope, Role } from '../../kernel/index.js';
import type { DigestFrequency } from '../domain/digest-frequency.js';
import type { Digest } from '../domain/digest.js';
import type { DigestPlace, LastDigest } from '../domain/digest.rules.js';

/** Where a reader works, and as what. */
export interface ReaderMembership extends DigestPlace {
  readonly organisation: OrganisationScope;
  /** Name people use. */
  readonly name: string;
  readonly role: Role;
}

/** Somebody whose digest of today was not looked at yet. */
export interface DigestReader {
  readonly accountId: string;
  readonly frequency: DigestFrequency;
  /** At least one; the first one says what day it is for the reader. */
  readonly memberships: readonly [ReaderMembership, ...ReaderMembership[]];
  /** What was sent last; null when nothing ever was. */
  readonly last: LastDigest | null;
}

/** A day that was looked at for somebody. */
export interface NotedDay {
  readonly accountId: string;
  readonly day: LocalDate;
  /** Null when nothing was worth a message. */
  readonly digest: Digest | null;
  readonly at: Instant;
}

/** A digest that waits for the mail server. */
export interface DigestToSend {
  readonly accountId: string;
  readonly day: LocalDate;
  readonly email: string;
  readonly digest: Digest;
}

/** Digests, one an account and day, and how often each account wants them; in the technical scope. */
export abstract class DigestBook {
  /** Active accounts, past the time of digests where they work, without a line for their today; by id. */
  abstract readersAt(now: Instant, after: string | null, limit: number): Promise<DigestReader[]>;

  /** Nothing when the day has its line already. */
  abstract note(noted: NotedDay): Promise<void>;

  /**
   * Takes digests that wait, each for ten minutes: another process leaves them alone meanwhile. Those
   * that have waited for half a day are given up: they would tell of another day.
   */
  abstract take(now: Instant, limit: number): Promise<DigestToSend[]>;

  abstract sent(accountId: string, day: LocalDate, at: Instant): Promise<void>;

  /** Forgets the lines of days before this one, but for the last that was sent to each account. */
  abstract forgetBefore(day: LocalDate): Promise<number>;

  abstract frequencyOf(accountId: string): Promise<DigestFrequency>;

  abstract choose(accountId: string, frequency: DigestFrequency): Promise<void>;
}

/** Writes a digest as a message and gives it to the mail server. */
export abstract class DigestPost {
  /** False where the service has no mail server. */
  abstract readonly isOn: boolean;

  /** @throws an error without any address in it */
  abstract send(digest: DigestToSend): Promise<void>;
}

/** What waits for somebody in one of their roles; the counts are those of their home. */
export abstract class WaitingWork {
  /** @param since of what came in; null when nothing was ever sent */
  abstract of(
    accountId: string,
    membership: ReaderMembership,
    since: Instant | null,
    correlationId: string,
  ): Promise<Digest>;
}

/** An invitation that leaves, with the name that people use of the mission locale, and where it is. */
export interface InvitationToSend extends MailedInvitation {
  readonly missionLocale: string;
  readonly contact: ContactDetails;
}

/** An invitation that the mail server did not take. */
export class InvitationNotSent extends Error {
  /** @param mayGoLater true when it surely did not leave, and not for good: it is tried again */
  constructor(
    cause: unknown,
    readonly mayGoLater: boolean,
  ) {
    super('The mail server did not take an invitation', { cause });
  }
}

/** Carries invitations to direct applicants. */
export abstract class InvitationPost {
  /** @throws InvitationNotSent */
  abstract send(invitation: InvitationToSend): Promise<void>;
}
