import type { Emitters, Report } from './emitters.js';

/**
 * Where a refusal may leave a trace: the audit, what was received and how it was answered, and what the
 * service notes of its own work.
 */
const TECHNICAL = [
  ...['audit_', 'exchange_', 'mailbox_', 'delivery_', 'pending_', 'outbox_', 'inbox_'],
  ...[
    'idempotency_',
    'digest',
    'client_assertion',
    'access_token',
    'session$',
    'consistency_',
    'person_reading',
  ],
].join('|');

/** What the service keeps of everybody, by table: any change of a record or of its history shows. */
export async function everythingKept(partners: Emitters): Promise<Record<string, string>> {
  const tables = await partners.look<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'app' and tablename !~ $1`,
    `^(${TECHNICAL})`,
  );
  const counted = tables.map(
    ({ name }) =>
      `select '${name}' as name,
         count(*) || ' ' || md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as rows
       from app.${name} t`,
  );
  // Whether a message was sent meanwhile is no trace of what was refused; one more message is.
  counted.push(
    `select 'events', count(*)::text from app.outbox_message where name !~ '^(exchange|mailbox)-file'`,
  );
  const kept = await partners.look<{ name: string; rows: string }>(counted.join(' union all '));
  return Object.fromEntries(kept.map(({ name, rows }) => [name, rows]));
}

/** The code of the only row of a file, or `stale` when something more recent was known. */
export function fateOf({ compteurs, said }: Report): string {
  if (compteurs['perimees'] === 1) return 'stale';
  return compteurs['rejetees'] === 1 ? (said[0]?.split(' ')[1] ?? 'no code') : 'taken';
}
