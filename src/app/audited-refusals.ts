import { Injectable } from '@nestjs/common';
import { AuditTrail, UnitOfWork } from '../kernel/index.js';
import { RefusalObserver, type RefusedRequest } from '../platform/http/index.js';
import { EventLog } from '../platform/logging/index.js';

/** A refused command leaves its line in the journal, in a transaction of its own, and nothing else. */
@Injectable()
export class AuditedRefusals extends RefusalObserver {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: AuditTrail,
    private readonly log: EventLog,
  ) {
    super();
  }

  override async refused({ actor, route, resourceId, error }: RefusedRequest): Promise<void> {
    const { organisation } = actor;
    if (!organisation) return;
    try {
      await this.unitOfWork.run(actor, () =>
        this.audit.record({
          actor,
          command: route,
          resource: { type: 'route', id: resourceId ?? '-' },
          organisationId: organisation.id,
          effectiveOn: null,
          result: 'refused',
          detail: error.code,
        }),
      );
    } catch (failure) {
      this.log.error('audit.refusal-lost', failure, {});
    }
  }
}
