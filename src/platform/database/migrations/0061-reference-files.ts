import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Files of reference data: one that waits for a decision, and every one that was applied, with its
 * hash, who put it down and who applied it. Public bodies only, nobody's name.
 */
export class ReferenceFiles1760000000061 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(FILES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table app.reference_file; drop function app.keep_applied_file()');
  }
}

const FILES = `
create table app.reference_file (
  id uuid primary key,
  set_name text not null constraint reference_file_set
    check (set_name in ('organismes', 'conventions', 'couverture')),
  sha256 text not null,
  content bytea not null,
  row_count int not null,
  -- First day on which the set holds, where the file does not say it itself.
  valid_from date,
  put_by text not null,
  put_at timestamptz not null,
  -- Of one that was applied: its number in the set.
  number int,
  applied_by text,
  applied_at timestamptz,
  added int,
  changed int,
  ended int,
  constraint reference_file_applied check ((number is null) = (applied_at is null)),
  constraint reference_file_number unique (set_name, number)
);
-- Only what waits may be changed or forgotten.
create function app.keep_applied_file() returns trigger language plpgsql set search_path = '' as $$
begin
  raise exception 'an applied file is kept as it is' using errcode = 'restrict_violation';
end $$;
create trigger reference_file_kept before update or delete on app.reference_file
  for each row when (old.number is not null) execute function app.keep_applied_file();
grant select, insert, delete on app.reference_file to passerelle_technical;
grant update (number, applied_by, applied_at, added, changed, ended)
  on app.reference_file to passerelle_technical;
`;
