import { Injectable } from '@nestjs/common';
import {
  AuditTrail,
  UnitOfWork,
  type Actor,
  type AuditReading,
  type Instant,
} from '../../kernel/index.js';
import { TransferNotFound } from '../domain/errors.js';
import { isSeenBy } from '../domain/transfer.js';
import { Transfers, type ListedTransfer, type TransferFilter } from './transfer-ports.js';

/** Reads proposals; each reading leaves a line in the audit (PRV-14). */
@Injectable()
export class ConsultTransfers {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly transfers: Transfers,
    private readonly audit: AuditTrail,
  ) {}

  /** One page of the proposals of one side; `present` runs in the same unit of work. */
  list<T>(
    filter: TransferFilter,
    limit: number,
    after: { createdAt: Instant; id: string } | null,
    actor: Actor,
    present: (items: readonly ListedTransfer[]) => Promise<T[]>,
  ): Promise<{ views: T[]; total: number }> {
    return this.unitOfWork.read(actor, async () => {
      const { items, total } = await this.transfers.page(filter, limit, after);
      await this.audit.record({
        ...read(actor, items),
        command: 'return-transfer.list',
        detail: `${items.length}`,
      });
      return { views: await present(items), total };
    });
  }

  /** @throws TransferNotFound for an unknown or foreign id, and for whoever said no */
  one<T>(id: string, actor: Actor, present: (one: ListedTransfer) => Promise<T>): Promise<T> {
    return this.unitOfWork.read(actor, async () => {
      const found = await this.transfers.byId(id);
      if (!found || !isSeenBy(found.transfer, actor.organisation?.id)) throw new TransferNotFound();
      const resource = { type: 'return-transfer', id };
      await this.audit.record({
        ...read(actor, [found]),
        command: 'return-transfer.read',
        resource,
      });
      return present(found);
    });
  }
}

function read(actor: Actor, items: readonly ListedTransfer[]): Omit<AuditReading, 'command'> {
  return {
    actor,
    resource: { type: 'return-transfer', id: 'list' },
    organisationId: actor.organisation?.id ?? '',
    effectiveOn: null,
    result: 'read',
    people: items.map(({ transfer }) => transfer.personId),
  };
}
