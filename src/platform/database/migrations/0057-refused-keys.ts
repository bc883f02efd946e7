import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The cause of a refusal is found by the key of an earlier refused row, and by the line it stood on. */
export class RefusedKeys1760000000057 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create index exchange_row_refused on app.exchange_row (natural_key) where state = 'R'`,
    );
    await runner.query(
      'create index exchange_anomaly_of_line on app.exchange_anomaly (file_id, line)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index app.exchange_row_refused, app.exchange_anomaly_of_line');
  }
}
