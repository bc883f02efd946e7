import { Injectable } from '@nestjs/common';
import type { Instant, OrganisationKind } from '../../kernel/index.js';
import { currentManager } from '../../platform/database/index.js';
import type { StoredToken, TokenHolder } from '../domain/machine-client.js';
import type { MachineScope } from '../domain/machine-scope.js';
import { AccessTokens, type ForgottenTokens } from '../use-cases/ports.js';

interface HolderRow {
  readonly machine_client_id: string;
  readonly client_id: string;
  readonly scopes: readonly MachineScope[];
  readonly expires_at: Instant;
  readonly organisation_id: string;
  readonly organisation_code: string;
  readonly organisation_kind: OrganisationKind;
}

const HOLDER = `
select t.machine_client_id, c.client_id, t.scopes, t.expires_at,
  o.id as organisation_id, o.code as organisation_code, o.kind as organisation_kind
from app.access_token t
join app.machine_client c on c.id = t.machine_client_id
join app.organisation o on o.id = c.organisation_id
where t.token_hash = $1 and t.expires_at > $2 and c.state = 'active'
  and (o.valid_to is null or o.valid_to >= ($2::timestamptz at time zone 'UTC')::date)`;

/** Access tokens and used assertions in PostgreSQL, in the technical scope. */
@Injectable()
export class DatabaseAccessTokens extends AccessTokens {
  override async add(token: StoredToken): Promise<void> {
    await currentManager().query(
      `insert into app.access_token (token_hash, machine_client_id, scopes, issued_at, expires_at)
       values ($1, $2, $3, $4, $5)`,
      [token.tokenHash, token.machineClientId, token.scopes, token.issuedAt, token.expiresAt],
    );
  }

  override async holder(tokenHash: string, now: Instant): Promise<TokenHolder | undefined> {
    const [row]: HolderRow[] = await currentManager().query(HOLDER, [tokenHash, now]);
    if (!row) return undefined;
    return {
      machineClientId: row.machine_client_id,
      clientId: row.client_id,
      organisation: {
        id: row.organisation_id,
        code: row.organisation_code,
        kind: row.organisation_kind,
      },
      scopes: row.scopes,
      expiresAt: row.expires_at,
    };
  }

  override async useAssertion(
    machineClientId: string,
    jti: string,
    expiresAt: Instant,
  ): Promise<boolean> {
    const used: unknown[] = await currentManager().query(
      `insert into app.client_assertion (machine_client_id, jti, expires_at) values ($1, $2, $3)
       on conflict do nothing returning jti`,
      [machineClientId, jti, expiresAt],
    );
    return used.length === 1;
  }

  override async deleteExpired(before: Instant): Promise<ForgottenTokens> {
    const [forgotten]: ForgottenTokens[] = await currentManager().query(
      `with tokens as (delete from app.access_token where expires_at < $1 returning 1),
         assertions as (delete from app.client_assertion where expires_at < $1 returning 1)
       select (select count(*) from tokens)::int as tokens,
         (select count(*) from assertions)::int as assertions`,
      [before],
    );
    return forgotten ?? { tokens: 0, assertions: 0 };
  }
}
