import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from './row-level-security.js';

/** What advisers typed of a referral and did not send yet; read latest first, by mission locale. */
export class Preparations1760000000040 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(PREPARATIONS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table app.referral_preparation');
  }
}

const PREPARATIONS = `
create table app.referral_preparation (
  id uuid primary key,
  ml_id uuid not null constraint referral_preparation_ml references app.organisation (id),
  adviser_id uuid not null,
  typed jsonb not null,
  version int not null default 1,
  updated_at timestamptz(3) not null default now()
);
create index referral_preparation_of_ml on app.referral_preparation (ml_id, updated_at desc, id desc);
${protect('referral_preparation', [
  {
    role: 'passerelle_mission_locale',
    privileges: 'select, insert, update, delete',
    using: 'ml_id = app.current_org()',
  },
])};
`;
