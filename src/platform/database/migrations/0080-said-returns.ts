import type { MigrationInterface, QueryRunner } from 'typeorm';

const AS_OF = ['as_of_on date', 'as_of_sequence int', 'as_of_line int'];

/** As of when a mission locale said last what it did with a return, so that files count in order (ADR 0017). */
export class SaidReturns1760000000080 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) {
      const columns = AS_OF.map((column) => `add column ${column}`).join(', ');
      await runner.query(`alter table ${table} ${columns}`);
    }
    await runner.query(`grant update (as_of_on, as_of_sequence, as_of_line)
      on app.return_episode to passerelle_mission_locale`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) {
      await runner.query(`alter table ${table} drop column as_of_on,
        drop column as_of_sequence, drop column as_of_line`);
    }
  }
}

const TABLES = ['app.return_episode', 'app.return_transition'] as const;
