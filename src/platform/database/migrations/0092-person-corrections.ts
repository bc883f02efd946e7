import type { MigrationInterface, QueryRunner } from 'typeorm';
import { OWN, protect } from './row-level-security.js';

/** What a mission locale corrected of a young person: before and after, field by field, for itself alone. */
export class PersonCorrections1760000000092 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CORRECTIONS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table app.person_correction');
  }
}

const CORRECTIONS = `
create table app.person_correction (
  id uuid primary key,
  org_id uuid not null,
  person_id uuid not null,
  correction_id uuid not null,
  field text not null,
  before text,
  after text,
  corrected_at timestamptz(3) not null default clock_timestamp(),
  actor_type text not null,
  actor_id text not null,
  acting_role text not null,
  channel text not null,
  file_id uuid,
  file_line int,
  constraint person_correction_person foreign key (org_id, person_id)
    references app.young_person (org_id, id)
);
create index person_correction_of on app.person_correction (person_id, corrected_at);
${protect('person_correction', [
  { role: 'passerelle_mission_locale', privileges: 'select, insert', using: OWN },
])};
`;
