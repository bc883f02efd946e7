import { Injectable } from '@nestjs/common';
import { currentManager } from '../../platform/database/index.js';
import { ProcessingTerms } from '../domain/processing-terms.js';
import {
  FileLeases,
  LeaseLost,
  type FileLease,
  type LeaseEnd,
  type TroubledFile,
} from '../use-cases/lease-ports.js';
import { COUNT_WAITING, END_OVERDUE, RELEASE, RENEW, TAKE_NEXT } from './file-lease-statements.js';

/** Leases as columns of the ledger; time is that of PostgreSQL, the same for every process. */
@Injectable()
export class DatabaseFileLeases extends FileLeases {
  constructor(private readonly terms: ProcessingTerms) {
    super();
  }

  override async takeNext(holder: string): Promise<FileLease | null> {
    const { crashes, failures, longRows, longPlaces, lease } = this.terms;
    const [taken] = await rowsOf<FileLease>(TAKE_NEXT, [
      crashes,
      failures,
      longRows,
      longPlaces,
      holder,
      lease,
    ]);
    return taken ?? null;
  }

  override async renew({ fileId, token }: FileLease): Promise<boolean> {
    return (await rowsOf(RENEW, [fileId, token, this.terms.lease])).length === 1;
  }

  override async release({ fileId, token }: FileLease, end: LeaseEnd): Promise<boolean> {
    const { retry, longestRetry } = this.terms;
    const reason = end === 'failed' ? 'ERREUR' : 'ARRET';
    const released = await rowsOf(RELEASE, [fileId, token, reason, retry, longestRetry]);
    return released.length === 1;
  }

  override endOverdue(): Promise<TroubledFile[]> {
    return rowsOf(END_OVERDUE, [this.terms.lease]);
  }

  override troubled(): Promise<TroubledFile[]> {
    return rowsOf(
      `select id as "fileId", org_id as "organisationId" from app.exchange_file
       where state = 'registered' and leased_until is null and (crashes >= $1 or failures >= $2)`,
      [this.terms.crashes, this.terms.failures],
    );
  }

  override async hasten(fileId: string): Promise<string | null> {
    await currentManager().query(
      `update app.exchange_file set due_at = clock_timestamp()
       where id = $1 and state = 'registered'`,
      [fileId],
    );
    const [file] = await rowsOf<{ organisationId: string }>(
      'select org_id as "organisationId" from app.exchange_file where id = $1',
      [fileId],
    );
    return file?.organisationId ?? null;
  }

  override async waiting(): Promise<number> {
    const { crashes, failures } = this.terms;
    const [found] = await rowsOf<{ count: number }>(COUNT_WAITING, [crashes, failures]);
    return found?.count ?? 0;
  }

  override async enter(): Promise<void> {
    // A process that stalls in its transaction would keep the next one waiting for its locks.
    await currentManager().query(
      `select set_config('idle_in_transaction_session_timeout', $1, true)`,
      [String(this.terms.lease)],
    );
  }

  override async conclude({ fileId, token }: FileLease): Promise<void> {
    const [, written] = (await currentManager().query(
      `update app.exchange_file set leased_until = null, lease_holder = null, crashes = 0,
         failures = 0 where id = $1 and lease_token = $2 and leased_until is not null`,
      [fileId, token],
    )) as [unknown, number];
    if (written !== 1) throw new LeaseLost();
  }
}

function rowsOf<T>(sql: string, values: readonly unknown[]): Promise<T[]> {
  return currentManager().query<T[]>(sql, [...values]);
}
