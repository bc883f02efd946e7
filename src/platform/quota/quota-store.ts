import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { systemActor, UnitOfWork, type Instant } from '../../kernel/index.js';
import { currentManager } from '../database/index.js';
import type { Quota } from './quota.js';

/** What the count gives. */
export interface Taken {
  /** Permits that may be used, none when the quota is spent. */
  readonly granted: number;
  /** Seconds until there is one. */
  readonly wait: number;
}

/** The count of requests that all processes share, in PostgreSQL. Subjects are kept as hashes. */
@Injectable()
export class QuotaStore {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async take(quota: Quota, subject: string, at: Instant, wanted: number): Promise<Taken> {
    const key = createHash('sha256').update(`${quota.name} ${subject}`).digest('base64url');
    const actor = systemActor('quota.take', null, 'quota');
    const [taken] = await this.unitOfWork.run<Taken[]>(actor, () =>
      currentManager().query('select * from app.take_quota($1, $2, $3, $4, $5)', [
        key,
        quota.most,
        quota.seconds,
        at,
        wanted,
      ]),
    );
    if (!taken) throw new Error('a quota answers one row');
    return taken;
  }
}

/** Forgets the counts that nothing was added to for a day, in the technical scope; says how many. */
export async function deleteQuietQuotas(): Promise<number> {
  const [, count]: [unknown, number] = await currentManager().query(
    `delete from app.request_quota where last_at < now() - interval '1 day'`,
  );
  return count;
}
