import type { MigrationInterface, QueryRunner } from 'typeorm';

/** To which mission locale somebody was invited by mail: once each, and never for an invitation of before. */
export class MailedInvitations1760000000142 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table app.direct_applicant no force row level security`);
    await runner.query(`alter table app.direct_applicant add column mailed_ml_id uuid
      constraint direct_applicant_mailed_ml references app.organisation (id)`);
    await runner.query('update app.direct_applicant set mailed_ml_id = ml_id');
    // Who waits for a mail, every quarter of an hour, and who is to be forgotten, every night.
    await runner.query(`create index direct_applicant_invited on app.direct_applicant (unit_id, invited_on)
      where state <> 'withdrawn'`);
    await runner.query(`alter table app.direct_applicant force row level security`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index app.direct_applicant_invited');
    await runner.query('alter table app.direct_applicant drop column mailed_ml_id');
  }
}
