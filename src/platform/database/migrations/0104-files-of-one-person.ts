import type { MigrationInterface, QueryRunner } from 'typeorm';

/** All files of a person, as whoever keeps them merged them: a merge stays a pointer (ADR 0020). */
export class FilesOfOnePerson1760000000104 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(FILES_OF);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function app.files_of(uuid[])');
  }
}

// Under the row-level scope of whoever asks. A merged file points to one, and nothing points to it: the
// files of one person are the kept one and all that point to it; without a merge, the file itself.
const FILES_OF = `
create function app.files_of(ids uuid[]) returns table (person_id uuid, file_id uuid)
language sql stable as $$
  with asked as (
    select k.id, coalesce(m.kept_id, k.id) as kept_id from unnest(ids) k(id)
    left join app.person_merge m on m.org_id = app.current_org() and m.merged_id = k.id
      and m.state = 'confirmed')
  select a.id, a.kept_id from asked a
  union all
  select a.id, m.merged_id from asked a join app.person_merge m
    on m.org_id = app.current_org() and m.kept_id = a.kept_id and m.state = 'confirmed'
$$;
`;
