import type { Client } from 'pg';

/** Tables of the schema that no row-level policy protects, and why that is right (SEC-12). */
export const UNPROTECTED: Readonly<Record<string, string>> = {
  organisation: 'directory of public bodies',
  coverage: 'which mission locale covers a commune: public',
  convention: 'which bodies work together: no person',
  reference_file: 'files about public bodies; the technical role only',
  register_change: 'what was changed of public bodies; the technical role only',
  privacy_notice: 'texts given to everybody',
  account: 'staff; the technical role only, before anybody is signed in',
  membership: 'staff; the technical role only, before anybody is signed in',
  machine_client: 'the technical role only, before anybody is signed in',
  access_token: 'hashes; the technical role only, before anybody is signed in',
  account_identity: 'staff; the technical role only, before anybody is signed in',
  sign_in_attempt: 'hashes; the technical role only, before anybody is signed in',
  session: 'staff; hashes; the technical role only, before anybody is signed in',
  mail_preference: 'staff; the technical role only, how often each wants to be written to',
  deadline_rule: 'how many days a rule gives: no person',
  report_edition: 'published counts, small ones hidden: no person; kept by a trigger',
  prerequisite_rule: 'what a scheme asks for: no person',
  consistency_run: 'what a check of everyone found, in figures: no person',
  digest: 'counts for staff, no person; the technical role only',
  request_quota: 'hashes and instants; the technical role only',
  client_assertion: 'the technical role only, before anybody is signed in',
  inbox_receipt: 'names of consumers and random ids',
  migration: 'what TypeORM did',
};

/** First column of the rows a query gives. */
export async function names(client: Client, sql: string, values?: unknown[]): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(sql, values);
  return rows.map(({ name }) => name);
}

/** Every table of the schema. */
export function allTables(client: Client): Promise<string[]> {
  return names(
    client,
    `select relname as name from pg_class where relnamespace = 'app'::regnamespace
       and relkind in ('r', 'p') order by relname`,
  );
}
