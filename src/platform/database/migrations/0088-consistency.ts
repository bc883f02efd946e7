import type { MigrationInterface, QueryRunner } from 'typeorm';
import { SCOPE_ROLES } from '../scope-roles.js';

/** The checks that prove that nobody is lost, in figures; and returns of whom the unit never saw. */
export class Consistency1760000000088 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(RUNS);
    await runner.query(causesOf(['dropout', 'no-solution', 'wish', 'absent', 'planned-end']));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table app.consistency_run');
    // Returns of those who never came would have no reason left: they are one without solution.
    // The owner is under row-level security as everybody else, and no policy is its own.
    await runner.query(`
      alter table app.return_episode no force row level security;
      update app.return_episode set cause = 'no-solution' where cause = 'absent';
      alter table app.return_episode force row level security`);
    await runner.query(causesOf(['dropout', 'no-solution', 'wish', 'planned-end']));
  }
}

// Class C0: says how many, of nobody; everyone may know that the check was made.
const RUNS = `
create table app.consistency_run (
  id uuid primary key,
  started_at timestamptz not null,
  finished_at timestamptz not null,
  organisations int not null,
  failures int not null,
  found jsonb not null,
  constraint consistency_run_period check (finished_at >= started_at)
);
create index consistency_run_latest on app.consistency_run (started_at);
grant select on app.consistency_run to ${SCOPE_ROLES.join(', ')};
grant select, insert on app.consistency_run to passerelle_technical;
`;

function causesOf(causes: readonly string[]): string {
  return `
alter table app.return_episode drop constraint return_cause;
alter table app.return_episode add constraint return_cause
  check (cause in (${causes.map((cause) => `'${cause}'`).join(', ')}));
`;
}
