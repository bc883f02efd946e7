import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which approval code of an account is the latest: an earlier one opens nothing any more. */
export class CodeNumbers1760000000062 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table app.account add column code_number int not null default 1');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table app.account drop column code_number');
  }
}
