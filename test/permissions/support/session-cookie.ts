import { createHash, randomBytes } from 'node:crypto';
import type { TestApplication } from '../../support/test-application.js';

/** The cookie of an adviser who is signed in, as a browser sends it by http. */
export async function sessionCookie({ database }: TestApplication): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await database.owner.query(
    `with one as (insert into app.account (id, email, display_name, state)
       values (gen_random_uuid(), 'session@exemple.test', 'Session', 'active') returning id),
     member as (insert into app.membership (account_id, organisation_id, role, valid_from)
       select one.id, o.id, 'ml-adviser', '2020-01-01' from one, app.organisation o
       where o.code = '97411S00' returning account_id, organisation_id, role)
     insert into app.session (id, token_hash, account_id, organisation_id, role, acr, key_version,
       id_token, started_at, seen_at, ends_at)
     select gen_random_uuid(), $1, account_id, organisation_id, role, 'eidas2', 1, '', now(), now(),
       now() + interval '1 hour' from member`,
    [createHash('sha256').update(token).digest('hex')],
  );
  return `passerelle-session=${token}`;
}
