import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How often each column of a photo was empty or refused: the next ones are compared with it (exchange.md 7.e.7). */
export class ColumnRates1760000000033 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table app.exchange_file add column column_rates jsonb');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table app.exchange_file drop column column_rates');
  }
}
