import { Injectable } from '@nestjs/common';
import { AuditTrail, type Actor, type OrganisationScope, type Role } from '../../kernel/index.js';

/** A session, and whose it is. */
interface SessionOfPerson {
  readonly id: string;
  readonly accountId: string;
  readonly organisation: OrganisationScope;
  readonly role: Role;
}

/** What happens to a session; `account.link` is the first sign-in of an account. */
type SessionEvent = 'account.link' | 'session.begin' | 'session.end' | 'session.switch';

/** Lines of the journal on sessions and sign-ins, each in the transaction of what it tells. */
@Injectable()
export class SessionJournal {
  constructor(private readonly auditTrail: AuditTrail) {}

  /** A session began, ended, or changed organisation. */
  tell(event: SessionEvent, session: SessionOfPerson, correlationId: string): Promise<void> {
    return this.record(event, session, correlationId, {
      resource: { type: 'session', id: session.id },
      result: 'done',
    });
  }

  /** Somebody whose account is known was not let in; `refusal` says why (SEC-05). */
  refused(
    person: Omit<SessionOfPerson, 'id'>,
    refusal: string,
    correlationId: string,
  ): Promise<void> {
    return this.record('session.begin', person, correlationId, {
      resource: { type: 'account', id: person.accountId },
      result: 'refused',
      detail: refusal,
    });
  }

  /** Somebody else ended a session of an account: their act, in the journal of its organisation. */
  endedBy(actor: Actor, { id, organisation }: Pick<SessionOfPerson, 'id' | 'organisation'>) {
    return this.auditTrail.record({
      actor,
      command: 'session.end',
      resource: { type: 'session', id },
      organisationId: organisation.id,
      effectiveOn: null,
      result: 'done',
    });
  }

  private record(
    command: SessionEvent,
    { accountId, role, organisation }: Omit<SessionOfPerson, 'id'>,
    correlationId: string,
    what: {
      readonly resource: { readonly type: string; readonly id: string };
      readonly result: 'done' | 'refused';
      readonly detail?: string;
    },
  ): Promise<void> {
    const trace = { channel: { kind: 'page' }, correlationId } as const;
    return this.auditTrail.record({
      actor: { type: 'person', id: accountId, role, organisation, ...trace },
      command,
      organisationId: organisation.id,
      effectiveOn: null,
      ...what,
    });
  }
}
