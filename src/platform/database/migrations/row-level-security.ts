import type { ScopeRole } from '../scope-roles.js';

/** Which rows a role may do what with. `check` defaults to `using`. */
export interface Policy {
  readonly role: ScopeRole;
  readonly privileges: string;
  readonly using?: string;
  readonly check?: string;
}

/**
 * SQL that closes a table with row-level security, forced on its owner too, then opens it role by
 * role (SEC-12). Without a policy a role sees nothing: it fails closed.
 */
export function protect(table: string, policies: readonly Policy[]): string {
  const statements = [
    `alter table app.${table} enable row level security`,
    `alter table app.${table} force row level security`,
    ...policies.flatMap((policy) => [
      `grant ${policy.privileges} on app.${table} to ${policy.role}`,
      policySql(table, policy),
    ]),
  ];
  return statements.join(';\n');
}

function policySql(table: string, { role, using, check }: Policy): string {
  const name = `${table}_${role.replace('passerelle_', '')}`;
  const usingClause = using === undefined ? '' : ` using (${using})`;
  const checkClause = check === undefined ? '' : ` with check (${check})`;
  const command = using === undefined ? ' for insert' : '';
  return `create policy ${name} on app.${table}${command} to ${role}${usingClause}${checkClause}`;
}

/** Row of the organisation that acts. */
export const OWN = 'org_id = app.current_org()';
