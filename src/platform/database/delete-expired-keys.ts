import { currentManager } from './transaction.js';

/** Forgets the answers nobody may ask for again (REL-07), in the technical scope; says how many. */
export async function deleteExpiredKeys(): Promise<number> {
  const [row]: { count: number }[] = await currentManager().query(
    `with gone as (delete from app.idempotency_key where expires_at <= now() returning 1)
     select count(*)::int as count from gone`,
  );
  return row?.count ?? 0;
}
