import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  IdempotencyStore,
  type IdempotencyClaim,
  type IdempotencyStart,
  type StoredAnswer,
} from '../http/index.js';
import { FieldCipher, type FieldPlace } from '../security/index.js';
import { currentManager } from './transaction.js';

/** Longer than one monthly cycle: a partner may send a whole month again (REL-07). */
const KEPT_DAYS = 45;

interface KeyRow {
  fingerprint: string;
  status: number;
  key_version: number;
  body: Buffer;
  headers: Record<string, string>;
}

/** Idempotency keys in PostgreSQL, written in the business transaction; bodies are sealed. */
@Injectable()
export class DatabaseIdempotencyStore extends IdempotencyStore {
  constructor(private readonly cipher: FieldCipher) {
    super();
  }

  override async begin(claim: IdempotencyClaim): Promise<IdempotencyStart> {
    const [lock]: { taken: boolean }[] = await currentManager().query(
      'select pg_try_advisory_xact_lock(hashtextextended($1, 0)) as taken',
      [JSON.stringify([claim.organisationId, claim.client, claim.key])],
    );
    if (!lock?.taken) return { state: 'running' };
    const rows: KeyRow[] = await currentManager().query(
      `select fingerprint, status, key_version, body, headers from app.idempotency_key
       where org_id = $1 and client = $2 and key = $3 and expires_at > now()`,
      [claim.organisationId, claim.client, claim.key],
    );
    const [known] = rows;
    if (!known) return { state: 'new' };
    if (known.fingerprint !== claim.fingerprint) return { state: 'other-payload' };
    const { status, headers } = known;
    return { state: 'replay', answer: { status, body: this.openBody(known, claim), headers } };
  }

  override async complete(claim: IdempotencyClaim, answer: StoredAnswer): Promise<void> {
    // As JSON, so that an answer without a body is sealed too.
    const body = this.cipher.seal(JSON.stringify(answer.body), placeOf(claim));
    await currentManager().query(
      `insert into app.idempotency_key
         (org_id, client, key, fingerprint, status, key_version, body, headers, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, now() + make_interval(days => ${KEPT_DAYS}))
       on conflict (org_id, client, key) do update set fingerprint = excluded.fingerprint,
         status = excluded.status, key_version = excluded.key_version, body = excluded.body,
         headers = excluded.headers, created_at = now(), expires_at = excluded.expires_at`,
      [
        claim.organisationId,
        claim.client,
        claim.key,
        claim.fingerprint,
        answer.status,
        body.keyVersion,
        body.sealed,
        JSON.stringify(answer.headers),
      ],
    );
  }

  private openBody(row: KeyRow, claim: IdempotencyClaim): string | null {
    const sealed = { keyVersion: row.key_version, sealed: row.body };
    const body: unknown = JSON.parse(this.cipher.open(sealed, placeOf(claim)));
    return typeof body === 'string' ? body : null;
  }
}

/** A hash names the row: a key is the partner’s text and may hold the separator of places. */
function placeOf({ organisationId, client, key }: IdempotencyClaim): FieldPlace {
  const rowId = createHash('sha256')
    .update(JSON.stringify([client, key]))
    .digest('hex');
  return { table: 'idempotency_key', column: 'body', rowId, organisationId };
}
