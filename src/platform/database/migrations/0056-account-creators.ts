import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who created an account: whoever gives a new code for it does not take the creator's place (SEC-06). */
export class AccountCreators1760000000056 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table app.account add column created_by text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table app.account drop column created_by');
  }
}
