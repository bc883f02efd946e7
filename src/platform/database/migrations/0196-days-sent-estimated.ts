import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How the days on which referrals were sent are spread: without it a year of them was taken for a few, and
 * their files were looked up one by one. Whoever counts asks for a plan of the period in turn (ADR 0057).
 */
export class DaysSentEstimated1760000000196 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create statistics app.referral_sent_on
      on (coalesce(referred_on, (submitted_at at time zone 'UTC')::date)) from app.referral`);
    await runner.query('analyze app.referral');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop statistics app.referral_sent_on');
  }
}
