import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { scopesOfKind } from '../../../dist/accounts/domain/machine-scope.js';

/** A bearer token, good for a day, of a machine client of the organisation with all its scopes. */
export async function machineToken({ owner }, { id }, kind) {
  const client = randomUUID();
  const token = randomBytes(32).toString('base64url');
  const scopes = scopesOfKind(kind);
  await owner.query(
    `insert into app.machine_client (id, client_id, organisation_id, scopes, state)
     values ($1, $2, $3, $4, 'active')`,
    [client, `bench-${client}`, id, scopes],
  );
  await owner.query(
    `insert into app.access_token (token_hash, machine_client_id, scopes, expires_at)
     values ($1, $2, $3, now() + interval '1 day')`,
    [createHash('sha256').update(token).digest('hex'), client, scopes],
  );
  return token;
}
