import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The state of a candidacy stands in no index again: each decision of a file had rewritten the eight
 * indexes of its record, five times the price of the record alone (ADR 0021). The worklist of a unit
 * reads the files of the unit by their organisation.
 */
export class DecisionsInNoIndex1760000000037 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('drop index app.candidacy_by_state');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'create index candidacy_by_state on app.candidacy (unit_id, state, state_on, id)',
    );
  }
}
