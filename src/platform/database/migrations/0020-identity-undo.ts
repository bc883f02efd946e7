import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A review remembers which anomalies its decision told, so that they go when it is taken back. */
export class IdentityUndo1760000000020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table app.identity_review add column settled_from int');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table app.identity_review drop column settled_from');
  }
}
