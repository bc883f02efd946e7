import { Injectable } from '@nestjs/common';
import {
  IdempotencyStore,
  type IdempotencyClaim,
  type IdempotencyStart,
  type StoredAnswer,
} from '../http/index.js';
import { currentManager } from './transaction.js';

/** Longer than one monthly cycle: a partner may send a whole month again (REL-07). */
const KEPT_DAYS = 45;

interface KeyRow {
  fingerprint: string;
  status: number;
  body: string | null;
  headers: Record<string, string>;
}

/** Idempotency keys in PostgreSQL, written in the business transaction. */
@Injectable()
export class DatabaseIdempotencyStore extends IdempotencyStore {
  override async begin(claim: IdempotencyClaim): Promise<IdempotencyStart> {
    const [lock]: { taken: boolean }[] = await currentManager().query(
      'select pg_try_advisory_xact_lock(hashtextextended($1, 0)) as taken',
      [JSON.stringify([claim.organisationId, claim.client, claim.key])],
    );
    if (!lock?.taken) return { state: 'running' };
    const rows: KeyRow[] = await currentManager().query(
      `select fingerprint, status, body, headers from app.idempotency_key
       where org_id = $1 and client = $2 and key = $3 and expires_at > now()`,
      [claim.organisationId, claim.client, claim.key],
    );
    const [known] = rows;
    if (!known) return { state: 'new' };
    if (known.fingerprint !== claim.fingerprint) return { state: 'other-payload' };
    const { status, body, headers } = known;
    return { state: 'replay', answer: { status, body, headers } };
  }

  override async complete(claim: IdempotencyClaim, answer: StoredAnswer): Promise<void> {
    await currentManager().query(
      `insert into app.idempotency_key
         (org_id, client, key, fingerprint, status, body, headers, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7, now() + make_interval(days => ${KEPT_DAYS}))
       on conflict (org_id, client, key) do update set fingerprint = excluded.fingerprint,
         status = excluded.status, body = excluded.body, headers = excluded.headers,
         created_at = now(), expires_at = excluded.expires_at`,
      [
        claim.organisationId,
        claim.client,
        claim.key,
        claim.fingerprint,
        answer.status,
        answer.body,
        JSON.stringify(answer.headers),
      ],
    );
  }
}
