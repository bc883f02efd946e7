import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who waits for a mission locale to be chosen has a date too: one in charge, one action, one date. */
export class DatesToAssign1760000000140 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await within(
      runner,
      `update app.direct_applicant set due_on = state_on + 15
      where state = 'to-assign' and due_on is null`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await within(runner, `update app.direct_applicant set due_on = null where state = 'to-assign'`);
  }
}

// The owner of a protected table has no policy.
async function within(runner: QueryRunner, sql: string): Promise<void> {
  await runner.query('alter table app.direct_applicant no force row level security');
  await runner.query(sql);
  await runner.query('alter table app.direct_applicant force row level security');
}
