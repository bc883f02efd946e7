import { createHash, createHmac } from 'node:crypto';
import { escapeIdentifier, escapeLiteral, type ClientBase } from 'pg';
import { OWNER_ROLE, SCOPE_ROLES, STATISTICS_ROLE } from './scope-roles.js';

/** Name of the login role of the application in one database (roles are shared by a server). */
export function runtimeRoleName(database: string): string {
  const mark = createHash('sha256').update(database).digest('hex').slice(0, 8);
  return `passerelle_app_${mark}`;
}

/**
 * The URL under which the application runs, derived from the owner's: same server, same
 * database, a role that owns nothing. Its password is a keyed hash of the owner's, so that
 * several processes find it without sharing a file; whoever knows the owner's password could
 * set it anyway.
 */
export function runtimeUrl(ownerUrl: string): string {
  const url = new URL(ownerUrl);
  url.username = runtimeRoleName(databaseOf(url));
  url.password = runtimePassword(ownerUrl);
  return url.toString();
}

function databaseOf(url: URL): string {
  return decodeURIComponent(url.pathname.slice(1));
}

function runtimePassword(ownerUrl: string): string {
  const url = new URL(ownerUrl);
  return createHmac('sha256', `${url.username}:${url.password}`)
    .update(`passerelle runtime role of ${databaseOf(url)}`)
    .digest('base64url');
}

/**
 * Creates the roles that are missing and lets the login role take the scope roles. Safe when
 * several databases of one server do it at the same time.
 */
export async function ensureRoles(client: ClientBase, ownerUrl: string): Promise<void> {
  const database = databaseOf(new URL(ownerUrl));
  const login = escapeIdentifier(runtimeRoleName(database));
  for (const role of [OWNER_ROLE, STATISTICS_ROLE, ...SCOPE_ROLES]) {
    await createRole(client, escapeIdentifier(role), 'nologin');
  }
  await createRole(client, login, 'nologin');
  // A new role is neither superuser nor above row-level security, and only a superuser may even say so.
  const password = escapeLiteral(runtimePassword(ownerUrl));
  await client.query(
    `alter role ${login} login nocreatedb nocreaterole noinherit password ${password}`,
  );
  await client.query(`grant ${SCOPE_ROLES.map(escapeIdentifier).join(', ')} to ${login}`);
  await client.query(
    `grant connect, temporary on database ${escapeIdentifier(database)} to ${login}`,
  );
  await client.query(
    `grant temporary on database ${escapeIdentifier(database)} to ${SCOPE_ROLES.map(escapeIdentifier).join(', ')}`,
  );
}

/** `create role` that another session may be running too. */
async function createRole(client: ClientBase, role: string, attributes: string): Promise<void> {
  await client.query(`do $$ begin create role ${role} ${attributes};
    exception when duplicate_object or unique_violation then null; end $$`);
}
