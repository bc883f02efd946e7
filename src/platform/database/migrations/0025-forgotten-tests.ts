import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = ['exchange_content', 'exchange_row', 'exchange_anomaly'] as const;

/** The nightly purge deletes what a test file left (exchange.md 7.k), of tests alone and without reading it. */
export class ForgottenTests1760000000025 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) {
      await runner.query(`grant select (file_id), delete on app.${table} to passerelle_technical`);
      await runner.query(
        `create policy ${table}_tests on app.${table} to passerelle_technical using (exists
          (select from app.exchange_file f where f.id = file_id and f.mode = 'T'))`,
      );
    }
    await runner.query(
      `create index exchange_file_test on app.exchange_file (received_at) where mode = 'T'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index app.exchange_file_test');
    for (const table of TABLES) {
      await runner.query(`drop policy ${table}_tests on app.${table}`);
      await runner.query(
        `revoke select (file_id), delete on app.${table} from passerelle_technical`,
      );
    }
  }
}
