import { Injectable } from '@nestjs/common';
import { ReadingAlerts, ReadingBoundReached } from '../audit/index.js';
import { AuditTrail, Clock, UnitOfWork, type AuditEntry } from '../kernel/index.js';
import { RefusalObserver, type RefusedRequest } from '../platform/http/index.js';
import { EventLog } from '../platform/logging/index.js';

/**
 * A refused command leaves its line in the journal, in a transaction of its own, and nothing else.
 * Reading what one may not see writes nothing, but for one young person too many: that is an alert.
 */
@Injectable()
export class AuditedRefusals extends RefusalObserver {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: AuditTrail,
    private readonly alerts: ReadingAlerts,
    private readonly clock: Clock,
    private readonly log: EventLog,
  ) {
    super();
  }

  override async refused(request: RefusedRequest): Promise<void> {
    const lines = [...this.alertOf(request), ...lineOf(request)];
    if (lines.length === 0) return;
    try {
      await this.unitOfWork.run(request.actor, () => this.audit.recordAll(lines));
    } catch (failure) {
      this.log.error('audit.refusal-lost', failure, {});
    }
  }

  private alertOf({ actor, error }: RefusedRequest): AuditEntry[] {
    if (!(error instanceof ReadingBoundReached) || actor.type !== 'person') return [];
    const alert = this.alerts.refusal(actor, error.bound, this.clock.now());
    return alert ? [alert] : [];
  }
}

function lineOf({ actor, route, resourceId, error, isReading }: RefusedRequest): AuditEntry[] {
  const { organisation } = actor;
  if (isReading || !organisation) return [];
  return [
    {
      actor,
      command: route,
      resource: { type: 'route', id: resourceId ?? '-' },
      organisationId: organisation.id,
      effectiveOn: null,
      result: 'refused',
      detail: error.code,
    },
  ];
}
