import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where an organisation is found and called: of the organisation, never of a person (ADR 0053). */
export class ContactDetails1760000000157 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table app.organisation add column street text,
      add column postal_code text, add column town text, add column phone text`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table app.organisation drop column street, drop column postal_code,
      drop column town, drop column phone`);
  }
}
