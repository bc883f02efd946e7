import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from './row-level-security.js';

/** What each unit offers, version after version: read by everybody who refers, printed, handed over. */
export class OfferSheets1760000000126 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SHEETS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table app.offer_sheet');
  }
}

const IN_FORCE = `state = 'published'`;

// What is said is never changed: a version is replaced by the next, and stays in the history of its unit.
const SHEETS = `
create table app.offer_sheet (
  id uuid primary key,
  unit_id uuid not null constraint offer_sheet_unit references app.organisation (id),
  number int not null,
  state text not null constraint offer_sheet_state check (state in ('published', 'replaced')),
  tracks text[] not null,
  conditions text[] not null,
  contact_service text not null,
  contact_phone text,
  contact_email text,
  incorporations jsonb not null,
  published_at timestamptz(3) not null,
  replaced_at timestamptz(3),
  acting_role text not null,
  constraint offer_sheet_number unique (unit_id, number),
  constraint offer_sheet_replaced check ((state = 'replaced') = (replaced_at is not null))
);
create unique index offer_sheet_in_force on app.offer_sheet (unit_id) where ${IN_FORCE};
${protect('offer_sheet', [
  {
    role: 'passerelle_mission_locale',
    privileges: 'select',
    using: `${IN_FORCE} and app.current_org() is not null`,
  },
  {
    role: 'passerelle_unit',
    privileges: 'select, insert, update (state, replaced_at)',
    using: 'unit_id = app.current_org()',
  },
])};
`;
