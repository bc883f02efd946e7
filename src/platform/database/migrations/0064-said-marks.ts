import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a unit's file said last of a candidacy, as a keyed mark: a row that says it again is known by it (ADR 0029). */
export class SaidMarks1760000000064 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table app.candidacy add column said_mark text');
    await runner.query('grant update (said_mark) on app.candidacy to passerelle_unit');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table app.candidacy drop column said_mark');
  }
}
