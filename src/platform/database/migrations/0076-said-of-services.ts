import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What each line of the history of a service said: an act is told again when a file before it is taken back. */
export class SaidOfServices1760000000076 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table app.volunteer_transition add column said jsonb');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table app.volunteer_transition drop column said');
  }
}
