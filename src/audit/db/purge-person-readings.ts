import { Injectable } from '@nestjs/common';
import { systemActor, UnitOfWork } from '../../kernel/index.js';
import { currentManager } from '../../platform/database/index.js';

/** Forgets whom accounts read more than a day ago, without seeing whom: row-level security shows those alone. */
@Injectable()
export class PurgePersonReadings {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @returns how many went */
  execute(correlationId: string): Promise<number> {
    const actor = systemActor('person-reading.purge', null, correlationId);
    return this.unitOfWork.run(actor, removed, { lens: 'technical' });
  }
}

async function removed(): Promise<number> {
  const [, count]: [unknown, number] = await currentManager().query(
    `delete from app.person_reading where read_at < now() - interval '25 hours'`,
  );
  return count;
}
