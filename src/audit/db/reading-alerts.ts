import { Injectable } from '@nestjs/common';
import type {
  AuditAct,
  AuditEntry,
  AuditReading,
  Instant,
  PersonActor,
} from '../../kernel/index.js';
import { EventLog } from '../../platform/logging/index.js';
import { SeldomTold } from '../domain/seldom-told.js';

const TEN_MINUTES = 600_000;

/**
 * Tells that an account reads as a thief would (SEC-19): a line of the log for the operators, a line
 * of the journal for the data protection officer, once in ten minutes for each account.
 */
@Injectable()
export class ReadingAlerts {
  private readonly told = new SeldomTold(TEN_MINUTES);

  constructor(private readonly log: EventLog) {}

  /** Many files opened in little time: the line to write with the reading, unless it was told lately. */
  burst(actor: PersonActor, opened: number, at: Instant): AuditEntry | undefined {
    return this.tell(actor, 'reading.burst', { result: 'read', people: [] }, opened, at);
  }

  /** A reading refused because the account has read all that it may: the line to write. */
  refusal(actor: PersonActor, bound: number, at: Instant): AuditEntry | undefined {
    return this.tell(actor, 'reading.bound', { result: 'refused' }, bound, at);
  }

  private tell(
    actor: PersonActor,
    command: string,
    told: Pick<AuditReading, 'result' | 'people'> | Pick<AuditAct, 'result'>,
    count: number,
    at: Instant,
  ): AuditEntry | undefined {
    if (!this.told.isDue(`${command} ${actor.id}`, at)) return undefined;
    const { id, organisation } = actor;
    this.log.warn(command, { accountId: id, organisation: organisation.code, count });
    return {
      actor,
      command,
      resource: { type: 'account', id },
      organisationId: organisation.id,
      effectiveOn: null,
      ...told,
      detail: `${count}`,
    };
  }
}
