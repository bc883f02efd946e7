import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The worklist of a unit is read by state, whoever has waited longest first. */
export class UnitWorklist1760000000032 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'create index candidacy_by_state on app.candidacy (unit_id, state, state_on, id)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index app.candidacy_by_state');
  }
}
