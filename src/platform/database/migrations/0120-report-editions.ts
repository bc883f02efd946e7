import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Annual reports that were frozen: published counts, kept for ever as they were. */
export class ReportEditions1760000000120 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(EDITIONS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table app.report_edition; drop function app.keep_edition()');
  }
}

// The content is the text that was hashed, byte for byte: whoever has it can hash it again. One edition
// a year: two of them, compared, would tell who came in between (PRV-19).
const EDITIONS = `
create table app.report_edition (
  year int primary key,
  frozen_at timestamptz not null,
  content text not null,
  sha256 text not null,
  constraint report_edition_hash check (sha256 = encode(sha256(convert_to(content, 'UTF8')), 'hex'))
);
create function app.keep_edition() returns trigger language plpgsql set search_path = '' as $$
begin
  raise exception 'an edition is kept as it is' using errcode = 'restrict_violation';
end $$;
create trigger report_edition_kept before update or delete or truncate on app.report_edition
  for each statement execute function app.keep_edition();
grant select, insert on app.report_edition to passerelle_national;
`;
