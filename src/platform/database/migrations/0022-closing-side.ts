import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A mission locale closes the unit's file, and opens again what it had closed: it neither convokes nor
 * decides. A policy cannot weigh a row's past against its future, a trigger can (SEC-14).
 */
export class ClosingSide1760000000022 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CLOSING_SIDE);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(NO_CLOSING_SIDE);
  }
}

const CLOSING_SIDE = `
create function app.refuse_acts_of_the_unit() returns trigger language plpgsql as $$
begin
  raise insufficient_privilege using message = 'a mission locale closes a candidacy, or opens it again';
end $$;
create trigger candidacy_closing_side before update on app.candidacy for each row
  when (current_user = 'passerelle_mission_locale' and new.state <> 'closed'
    and (old.state <> 'closed' or new.state = 'decided'))
  execute function app.refuse_acts_of_the_unit();
`;

const NO_CLOSING_SIDE = `
drop trigger candidacy_closing_side on app.candidacy;
drop function app.refuse_acts_of_the_unit();
`;
