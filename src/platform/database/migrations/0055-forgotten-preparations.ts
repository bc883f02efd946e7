import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The nightly purge forgets the drafts nobody came back to for sixty days, without reading them. */
export class ForgottenPreparations1760000000055 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `grant select (updated_at), delete on app.referral_preparation to passerelle_technical`,
    );
    await runner.query(
      `create policy referral_preparation_forgotten on app.referral_preparation
         to passerelle_technical using (updated_at < now() - interval '60 days')`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop policy referral_preparation_forgotten on app.referral_preparation');
    await runner.query(
      `revoke select (updated_at), delete on app.referral_preparation from passerelle_technical`,
    );
  }
}
