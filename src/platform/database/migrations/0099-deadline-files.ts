import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files of deadlines join the files of reference data. */
export class DeadlineFiles1760000000099 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(setsOf(['organismes', 'conventions', 'couverture', 'delais']));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table app.reference_file disable trigger reference_file_kept;
      delete from app.reference_file where set_name = 'delais';
      alter table app.reference_file enable trigger reference_file_kept`);
    await runner.query(setsOf(['organismes', 'conventions', 'couverture']));
  }
}

function setsOf(sets: readonly string[]): string {
  return `
alter table app.reference_file drop constraint reference_file_set;
alter table app.reference_file add constraint reference_file_set
  check (set_name in (${sets.map((set) => `'${set}'`).join(', ')}));
`;
}
