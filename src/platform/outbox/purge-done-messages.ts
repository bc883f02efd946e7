import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../kernel/index.js';
import { systemActor } from './outbox-actor.js';
import { deleteDone, type PurgedMessages } from './outbox-table.js';

/** Long enough to look into what happened; no delivery is still on its way then. */
const KEPT_DAYS = 30;

/** Forgets messages done for more than 30 days, with the receipts of their consumers. */
@Injectable()
export class PurgeDoneMessages {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Messages not done stay, however old: somebody must look at them. */
  execute(): Promise<PurgedMessages> {
    const actor = systemActor('outbox.purge', randomUUID());
    return this.unitOfWork.run(actor, () => deleteDone(KEPT_DAYS), { lens: 'technical' });
  }
}
