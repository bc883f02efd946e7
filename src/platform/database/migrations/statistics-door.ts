import type { QueryRunner } from 'typeorm';
import { STATISTICS_ROLE, type ScopeRole } from '../scope-roles.js';

/** SQL that lets the role of the counts read some columns of every row: nobody may take that role. */
export function readableForStatistics(table: string, columns: string): string {
  return `grant usage on schema app to ${STATISTICS_ROLE};
    grant select (${columns}) on app.${table} to ${STATISTICS_ROLE};
    create policy ${table}_statistics on app.${table} for select to ${STATISTICS_ROLE} using (true)`;
}

/**
 * Hands a function to the role of the counts and lets its readers call it, national bodies unless said
 * otherwise. It answers with the sight of that role, and with nothing but what it returns (PRV-20).
 *
 * @param signature `app.name(date, date)`: a constant of a migration
 */
export async function asStatistics(
  runner: QueryRunner,
  signature: string,
  readers: readonly ScopeRole[] = ['passerelle_national'],
): Promise<void> {
  const [self] = (await runner.query(
    `select quote_ident(current_user) as owner, rolsuper as super
     from pg_roles where rolname = session_user`,
  )) as { owner: string; super: boolean }[];
  if (!self) throw new Error('who migrates is not known');
  // The owner of the tables is no member of the role, or it would see every row itself: whoever signed in
  // hands the function over, being a member for that time alone.
  await runner.query('set role none');
  if (!self.super) await runner.query(`grant ${STATISTICS_ROLE} to current_user`);
  await runner.query(`grant create on schema app to ${STATISTICS_ROLE};
    alter function ${signature} owner to ${STATISTICS_ROLE};
    revoke create on schema app from ${STATISTICS_ROLE};
    revoke all on function ${signature} from public;
    grant execute on function ${signature} to ${readers.join(', ')}`);
  if (!self.super) await runner.query(`revoke ${STATISTICS_ROLE} from current_user`);
  await runner.query(`set role ${self.owner}`);
}

/** The counts of referrals, candidacies, services and returns. */
const COUNTS = 'app.committee_counts(date, date)';

/**
 * A function that counts as it is, but for some of its words: what else it counts stays as it was reviewed.
 *
 * @param counts its signature: a constant of a migration
 */
export async function rewriteCounts(
  runner: QueryRunner,
  words: readonly (readonly [before: string, after: string])[],
  counts: string = COUNTS,
): Promise<void> {
  const [found] = (await runner.query(
    `select pg_get_functiondef('${counts}'::regprocedure) as definition`,
  )) as { definition: string }[];
  let definition = found?.definition ?? '';
  for (const [before, after] of words) {
    if (definition.split(before).length !== 2) throw new Error('the counts are not as expected');
    definition = definition.replace(before, () => after);
  }
  await runner.query(`drop function ${counts}`);
  await runner.query(definition);
  await asStatistics(runner, counts);
}
