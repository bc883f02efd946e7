import { createHash, randomBytes, randomUUID } from 'node:crypto';

/** The cookie of somebody at work for an organisation, as the service gives it by http. */
export async function signedInPerson({ owner }, { id }, role) {
  const account = randomUUID();
  const token = randomBytes(32).toString('base64url');
  await owner.query(
    `insert into app.account (id, email, display_name, state)
     values ($1::uuid, $1::text || '@bench.example', 'Mesure', 'active')`,
    [account],
  );
  await owner.query(
    `insert into app.membership (account_id, organisation_id, role, valid_from)
     values ($1, $2, $3, '2020-01-01')`,
    [account, id, role],
  );
  await owner.query(
    `insert into app.session (id, token_hash, account_id, organisation_id, role, acr, key_version,
       id_token, started_at, seen_at, ends_at)
     values ($1, $2, $3, $4, $5, 'eidas1', 1, '', now(), now(), now() + interval '10 hours')`,
    [randomUUID(), createHash('sha256').update(token).digest('hex'), account, id, role],
  );
  return `passerelle-session=${token}`;
}
