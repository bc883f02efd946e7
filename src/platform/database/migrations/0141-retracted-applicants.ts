import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from './row-level-security.js';

/**
 * Who is no longer a mission locale's to know is told to it by file, so that its software lets go of them:
 * by the number of the unit, with nothing of who it is (exchange.md 7.e.3).
 */
export class RetractedApplicants1760000000141 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLE);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table app.direct_applicant_retraction');
  }
}

const TABLE = `
create table app.direct_applicant_retraction (
  unit_id uuid not null,
  direct_applicant_id uuid not null,
  ml_id uuid not null constraint direct_applicant_retraction_ml references app.organisation (id),
  unit_file_number text not null,
  age_band text not null,
  decided_on date not null,
  invited_on date not null,
  outcome text not null,
  retracted_on date not null,
  constraint direct_applicant_retraction_pkey primary key (unit_id, direct_applicant_id, ml_id),
  constraint direct_applicant_retraction_of_applicant foreign key (unit_id, direct_applicant_id)
    references app.direct_applicant (unit_id, id)
);
create index direct_applicant_retraction_of_ml
  on app.direct_applicant_retraction (ml_id, direct_applicant_id);
${protect('direct_applicant_retraction', [
  {
    role: 'passerelle_unit',
    privileges: 'select, insert, update',
    using: 'unit_id = app.current_org()',
  },
  {
    role: 'passerelle_mission_locale',
    privileges: 'select',
    using: 'ml_id = app.current_org()',
  },
])};
`;
