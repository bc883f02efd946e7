import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a file said that moves with no act on its record, such as whether a CEJ runs at the end of a month:
 * the version of the record does not tell that it moved. Nothing is known of what was said before.
 */
export class SaidOfContracts1760000000094 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table app.delivery_mark add column said text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table app.delivery_mark drop column said');
  }
}
