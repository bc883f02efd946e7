import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Merged files are one person for the unit that was shown one of them, as for who keeps them. */
export class MergesShownToUnits1760000000135 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [
      MERGES,
      filesOf(''),
      contracts(`(${SERVES} or ${SERVES_ON_ANOTHER_FILE})`),
    ]) {
      await runner.query(sql);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const sql of [contracts(SERVES), filesOf('m.org_id = app.current_org() and')]) {
      await runner.query(sql);
    }
    await runner.query(`drop policy person_merge_told on app.person_merge;
      drop index app.person_merge_into, app.person_merge_from`);
  }
}

// A unit reads that a file it was shown is merged with another, so that what hangs on either is told to
// it: ids, never who is behind a file that it was not shown. Indexes by file, because a unit knows no owner.
const MERGES = `
create policy person_merge_told on app.person_merge for select to passerelle_unit
  using (state = 'confirmed' and exists (select from app.person_share s
    where s.org_id = app.current_org() and s.person_id in (kept_id, merged_id)
      and (s.valid_to is null or s.valid_to >= current_date)));
create index person_merge_into on app.person_merge (kept_id) where state = 'confirmed';
create index person_merge_from on app.person_merge (merged_id) where state = 'confirmed';
`;

/** Row-level security decides which merges are followed: `only` was a condition of its own before. */
function filesOf(only: string): string {
  return `
create or replace function app.files_of(ids uuid[]) returns table (person_id uuid, file_id uuid)
language sql stable as $$
  with asked as (
    select k.id, coalesce(m.kept_id, k.id) as kept_id from unnest(ids) k(id)
    left join app.person_merge m on ${only} m.merged_id = k.id and m.state = 'confirmed')
  select a.id, a.kept_id from asked a
  union all
  select a.id, m.merged_id from asked a join app.person_merge m
    on ${only} m.kept_id = a.kept_id and m.state = 'confirmed'
$$;
`;
}

const SERVES = `exists (select from app.volunteer v where v.person_id = cej_contract.person_id
      and v.person_org_id = cej_contract.ml_id and v.unit_id = app.current_org()
      and v.state in ('in-service', 'exited'))`;

// One set for all contracts, as merges are few: not a question for each of them.
const SERVES_ON_ANOTHER_FILE = `cej_contract.person_id in (select f.file_id from app.person_merge m
      join app.volunteer v on v.person_id in (m.kept_id, m.merged_id)
      cross join lateral app.files_of(array[m.kept_id]) f
      where m.state = 'confirmed' and v.person_org_id = m.org_id
        and v.unit_id = app.current_org() and v.state in ('in-service', 'exited'))`;

function contracts(using: string): string {
  return `alter policy cej_contract_unit on app.cej_contract using (${using})`;
}
