import type { MigrationInterface, QueryRunner } from 'typeorm';
import { asStatistics } from './statistics-door.js';

/** How far the silences of each unit went, for pilots and committee: counts of referrals, and no row (PRV-20). */
export class SilencesByRung1760000000151 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SILENCES);
    await asStatistics(runner, 'app.committee_silences(date, date)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function app.committee_silences(date, date)');
  }
}

// As it stood on the last day, by the lengths that hold for the whole country (ADR 0045): what a territory
// has set for itself moves its reminders, not these figures. What was withdrawn or has lapsed since is not
// waited for: it would be counted for ever.
const SILENCES = `
create function app.committee_silences(first_on date, last_on date)
returns table (population text, unit_id uuid, one text, two text, three text, total bigint)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select 'silences', f.unit_id,
    case when last_on - s.sent_on < 10 then 'silence-quiet'
      when last_on - s.sent_on < 20 then 'silence-reminded'
      when last_on - s.sent_on < 30 then 'silence-manager' else 'silence-freed' end,
    null, null, count(*)
  from app.referral f cross join lateral (select
    coalesce(f.referred_on, (f.submitted_at at time zone 'UTC')::date) as sent_on) s
  where f.state not in ('draft', 'withdrawn', 'lapsed') and s.sent_on <= last_on
    and (f.outcome_decided_on is null or f.outcome_decided_on > last_on)
  group by 1, 2, 3
$$`;
