import type { MigrationInterface, QueryRunner } from 'typeorm';

/** To which mission locale somebody was invited by mail: once each, and never for an invitation of before. */
export class MailedInvitations1760000000142 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table app.direct_applicant no force row level security`);
    await runner.query(`alter table app.direct_applicant add column mailed_ml_id uuid
      constraint direct_applicant_mailed_ml references app.organisation (id)`);
    await runner.query('update app.direct_applicant set mailed_ml_id = ml_id');
    await runner.query(`alter table app.direct_applicant force row level security`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table app.direct_applicant drop column mailed_ml_id');
  }
}
