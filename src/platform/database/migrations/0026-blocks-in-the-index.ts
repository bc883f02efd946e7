import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Every index of blocking says enough of a file to know whether it is worth reading. */
export class BlocksInTheIndex1760000000026 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SAYING);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(SILENT);
  }
}

const SAYING = `
drop index app.young_person_names, app.young_person_sound;
create index young_person_names on app.young_person (org_id, name_key, first_name_key, birth_date)
  include (id, birth_place_code);
create index young_person_sound on app.young_person (org_id, name_sound, sex, birth_date)
  include (id, name_key, first_name_key, birth_place_code) where name_sound <> '';
`;

const SILENT = `
drop index app.young_person_names, app.young_person_sound;
create index young_person_names on app.young_person (org_id, name_key, first_name_key, birth_date)
  include (id);
create index young_person_sound on app.young_person (org_id, name_sound, sex, birth_date) include (id)
  where name_sound <> '';
`;
