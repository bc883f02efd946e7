import { Injectable } from '@nestjs/common';
import type { Instant } from '../../kernel/index.js';
import { currentManager } from '../../platform/database/index.js';
import type { ProvenIdentity } from '../domain/sign-in.rules.js';
import { LinkedIdentities } from '../use-cases/ports.js';

/** Linked identities in PostgreSQL, in the technical scope. */
@Injectable()
export class DatabaseLinkedIdentities extends LinkedIdentities {
  override async accountOf({ issuer, subject }: ProvenIdentity): Promise<string | undefined> {
    const [row]: { account_id: string }[] = await currentManager().query(
      `select account_id from app.account_identity where issuer = $1 and subject = $2`,
      [issuer, subject],
    );
    return row?.account_id;
  }

  override async isTaken(accountId: string): Promise<boolean> {
    const found: unknown[] = await currentManager().query(
      `select from app.account_identity where account_id = $1`,
      [accountId],
    );
    return found.length > 0;
  }

  override async link(
    { issuer, subject }: ProvenIdentity,
    accountId: string,
    at: Instant,
  ): Promise<boolean> {
    const added: unknown[] = await currentManager().query(
      `insert into app.account_identity (issuer, subject, account_id, linked_at) values ($1, $2, $3, $4)
       on conflict do nothing returning account_id`,
      [issuer, subject, accountId, at],
    );
    return added.length === 1;
  }

  override async siretsOf(accountId: string): Promise<ReadonlyMap<string, string>> {
    const rows: { id: string; siret: string }[] = await currentManager().query(
      `select distinct o.id, o.siret from app.organisation o join app.membership m
         on m.organisation_id = o.id where m.account_id = $1 and o.siret is not null`,
      [accountId],
    );
    return new Map(rows.map(({ id, siret }) => [id, siret]));
  }
}
