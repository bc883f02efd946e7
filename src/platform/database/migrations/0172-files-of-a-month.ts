import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The last file of a unit's flow and month, found without reading the notices of every day before it. */
export class FilesOfAMonth1760000000172 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create index exchange_file_of_month on app.exchange_file
      (org_id, flow, mode, period, received_at, id) where nature <> 'S' and state <> 'refused'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index app.exchange_file_of_month');
  }
}
