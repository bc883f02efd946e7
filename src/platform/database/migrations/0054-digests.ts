import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was written to whom: a digest a day at most, and how often each account wants one. */
export class Digests1760000000054 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(DIGESTS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table app.digest, app.mail_preference');
  }
}

const DIGESTS = `
create table app.mail_preference (
  account_id uuid primary key constraint mail_preference_account references app.account (id),
  frequency text not null,
  constraint mail_preference_frequency check (frequency in ('QUOTIDIEN', 'HEBDOMADAIRE', 'JAMAIS'))
);
create table app.digest (
  account_id uuid not null constraint digest_account references app.account (id),
  day date not null,
  -- Null: the day was looked at and nothing was worth a message.
  content jsonb,
  noted_at timestamptz not null,
  tried_at timestamptz,
  sent_at timestamptz,
  given_up_at timestamptz,
  constraint digest_pk primary key (account_id, day)
);
create index digest_waiting on app.digest (noted_at)
  where content is not null and sent_at is null and given_up_at is null;
grant select, insert on app.mail_preference, app.digest to passerelle_technical;
grant update (frequency) on app.mail_preference to passerelle_technical;
grant update (tried_at, sent_at, given_up_at), delete on app.digest to passerelle_technical;
`;
