import { Injectable } from '@nestjs/common';
import { AuditTrail, Outbox } from '../../kernel/index.js';
import type { SessionChange } from '../domain/decide-session.js';
import { informationSessionMachine } from '../domain/information-session.machine.js';
import { InformationSessions } from './ports.js';

/** The event of a session that was planned. */
export const SESSION_PLANNED = 'information-session.planned.v1';

/** The only way a session is written: record, history, audit and outbox, in one unit of work. */
@Injectable()
export class SessionChanges {
  constructor(
    private readonly sessions: InformationSessions,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
  ) {}

  /** Writes a change already decided. */
  async write(change: SessionChange): Promise<void> {
    const { after, command, actor, registration } = change;
    await this.sessions.save(change);
    await this.audit.record({
      actor,
      command: `information-session.${command}`,
      resource: { type: 'information-session', id: after.id },
      organisationId: actor.organisation?.id ?? after.missionLocaleId,
      effectiveOn: null,
      result: 'done',
      ...(registration === null ? {} : { people: [registration.personId] }),
    });
    await this.outbox.publish({
      name:
        command === 'plan' ? SESSION_PLANNED : informationSessionMachine.transitions[command].emits,
      organisationId: actor.organisation?.id ?? null,
      subjectId: after.id,
      payload: { unitId: after.unitId, missionLocaleId: after.missionLocaleId },
      correlationId: actor.correlationId,
    });
  }
}
