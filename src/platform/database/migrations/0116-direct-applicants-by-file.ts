import type { MigrationInterface, QueryRunner } from 'typeorm';
import { OWN } from './row-level-security.js';

const SIDES = ['mission_locale', 'unit'] as const;

/**
 * Direct applicants come by file too (DIR), with all that an agreement lets pass; what a person said
 * counts among what files say from its day on.
 */
export class DirectApplicantsByFile1760000000116 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table app.direct_applicant no force row level security');
    for (const sql of [COLUMNS, KNOWN, AGREEMENT, HISTORY]) await runner.query(sql);
    await runner.query('alter table app.direct_applicant force row level security');
    for (const side of SIDES) {
      await runner.query(erasable(side, "'CONTENU_INTERDIT', 'IDENTITE_SANS_ACCORD'"));
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const side of SIDES) await runner.query(erasable(side, "'CONTENU_INTERDIT'"));
    await runner.query('alter table app.direct_applicant_transition drop column said_on');
    await runner.query(
      'alter table app.direct_applicant drop constraint direct_applicant_agreement',
    );
    await runner.query(`alter table app.direct_applicant
      drop column usage_name, drop column sex, drop column birth_place_code,
      drop column birth_place_label, drop column street, drop column address_complement,
      drop column postal_code, drop column priority_district, drop column assessed_level,
      drop column said_on,
      add constraint direct_applicant_agreement check (case when agreed_on is null
        then num_nonnulls(birth_name, first_names, birth_date, phone, email) = 0
          and state not in ('announced', 'answered')
        else num_nulls(birth_name, first_names, birth_date) = 0 end)`);
  }
}

const COLUMNS = `alter table app.direct_applicant
  add column usage_name text, add column sex text, add column birth_place_code text,
  add column birth_place_label text, add column street text, add column address_complement text,
  add column postal_code text, add column priority_district text, add column assessed_level text,
  add column said_on date,
  drop constraint direct_applicant_agreement`;

// What was recorded before was said by a person or a program.
const KNOWN = 'update app.direct_applicant set said_on = invited_on';

const AGREEMENT = `alter table app.direct_applicant
  add constraint direct_applicant_agreement check (case when agreed_on is null
    then num_nonnulls(birth_name, usage_name, first_names, sex, birth_date, birth_place_code, birth_place_label,
      street, address_complement, postal_code, phone, email, priority_district, assessed_level) = 0
      and state not in ('announced', 'answered')
    else num_nulls(birth_name, first_names, birth_date) = 0 end)`;

const HISTORY = 'alter table app.direct_applicant_transition add column said_on date';

// The bytes of a file that names somebody who did not agree are let go of too (see 0034).
const erasable = (side: (typeof SIDES)[number], codes: string): string => `
drop policy exchange_content_${side}_erases on app.exchange_content;
create policy exchange_content_${side}_erases on app.exchange_content for delete
  to passerelle_${side} using (${OWN} and exists (select from app.exchange_anomaly a
    where a.file_id = exchange_content.file_id and a.code in (${codes})));
`;
