import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What became of somebody is told by file too: a file may take back what it alone had said, and an answer
 * given on a page counts among what files say from the day on which it was given.
 */
export class FollowUpsByFile1760000000106 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table app.follow_up
      add column is_taken_back boolean not null default false`);
    await runner.query('alter table app.follow_up_transition add column said_on date');
    await runner.query(
      'grant update (is_taken_back) on app.follow_up to passerelle_mission_locale',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table app.follow_up_transition drop column said_on');
    await runner.query('alter table app.follow_up drop column is_taken_back');
  }
}
