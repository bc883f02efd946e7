import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A line of history keeps the outcome that it replaced beside the new one, both as lists show them: a
 * medical conclusion never enters a history.
 */
export class ReplacedOutcomes1760000000100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) {
      await runner.query(`alter table ${table} add column replaced_outcome jsonb`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) {
      await runner.query(`alter table ${table} drop column replaced_outcome`);
    }
  }
}

const TABLES = ['app.candidacy_transition', 'app.referral_transition'];
