import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A review remembers how its person was reached before its row was applied, until it is taken back. */
export class ReviewedContacts1760000000035 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table app.identity_review add column contact_before jsonb');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table app.identity_review drop column contact_before');
  }
}
