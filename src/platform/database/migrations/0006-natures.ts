import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a file said can be taken back (exchange.md 7.e.3): history tells corrections apart and keeps what
 * no file can tell again; a mission locale that takes a withdrawal back opens the unit's file again.
 */
export class Natures1760000000006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [HISTORY, LEDGER, WITHDRAWAL_TAKEN_BACK]) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const sql of [WITHDRAWAL_FOR_GOOD, PLAIN_LEDGER, PLAIN_HISTORY]) await runner.query(sql);
  }
}

const HISTORY = `
alter table app.candidacy_transition add column is_correction boolean not null default false,
  add column said jsonb;
alter table app.referral_transition add column is_correction boolean not null default false,
  add column said jsonb;
`;

const LEDGER = `
alter table app.exchange_row add column replaced_by uuid;
`;

// A referral can only be withdrawn before its decision: what is opened again has no outcome.
const WITHDRAWAL_TAKEN_BACK = `
drop policy candidacy_mission_locale_closes on app.candidacy;
create policy candidacy_mission_locale_closes on app.candidacy for update to passerelle_mission_locale
  using (ml_id = app.current_org())
  with check (ml_id = app.current_org() and (state = 'closed' or outcome_code is null));
`;

const WITHDRAWAL_FOR_GOOD = `
drop policy candidacy_mission_locale_closes on app.candidacy;
create policy candidacy_mission_locale_closes on app.candidacy for update to passerelle_mission_locale
  using (ml_id = app.current_org()) with check (ml_id = app.current_org() and state = 'closed');
`;

const PLAIN_LEDGER = `
alter table app.exchange_row drop column replaced_by;
`;

const PLAIN_HISTORY = `
alter table app.referral_transition drop column is_correction, drop column said;
alter table app.candidacy_transition drop column is_correction, drop column said;
`;
