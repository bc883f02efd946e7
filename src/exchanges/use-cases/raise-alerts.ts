import { Injectable } from '@nestjs/common';
import { AuditTrail, Outbox, type Actor } from '../../kernel/index.js';
import { alertsOf } from '../domain/alerts.js';
import type { ExchangeFile } from '../domain/exchange-file.js';

/**
 * Tells who must know besides the emitter: data that must never travel, somebody who speaks for another
 * (exchange.md 6.1 #8 #10, 6.3 #54, 6.5 #85 #92). One line of journal and one event a code, in the
 * transaction that records the file; codes only.
 */
@Injectable()
export class RaiseAlerts {
  constructor(
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
  ) {}

  async execute(
    file: ExchangeFile,
    faults: Parameters<typeof alertsOf>[0],
    actor: Actor,
  ): Promise<void> {
    for (const { kind, code } of alertsOf(faults)) {
      await this.audit.record({
        actor,
        command: `exchange.alert-${kind}`,
        resource: { type: 'exchange-file', id: file.id },
        organisationId: file.organisationId,
        effectiveOn: null,
        result: 'refused',
        detail: code,
      });
      await this.outbox.publish({
        name: `exchange-file.${kind}-alert.v1`,
        organisationId: file.organisationId,
        subjectId: file.id,
        payload: { code },
        correlationId: file.correlationId,
      });
    }
  }
}
