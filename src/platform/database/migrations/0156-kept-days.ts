import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * From when somebody may be seen again, sealed apart from the conclusion, so that it brings a young person
 * back without opening what the conclusion says (ADR 0051). Null for what was sealed before.
 */
export class KeptDays1760000000156 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table app.medical_conclusion add column sealed_day bytea');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table app.medical_conclusion drop column sealed_day');
  }
}
