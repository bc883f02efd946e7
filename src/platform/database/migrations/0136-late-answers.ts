import type { MigrationInterface, QueryRunner } from 'typeorm';
import { asStatistics } from './statistics-door.js';

/** Silences and late answers for the committee: counts of referrals, and no row of anybody (PRV-20). */
export class LateAnswers1760000000136 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ANSWERS);
    await asStatistics(runner, 'app.committee_answers(date, date)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function app.committee_answers(date, date)');
  }
}

// Dated by the day on which an answer was due at the latest, thirty days after the transmission, so that
// every referral had as long to be answered. What a mission locale withdrew owes none. Apart from the other
// counts, whose function is as it was.
const ANSWERS = `
create function app.committee_answers(first_on date, last_on date)
returns table (population text, unit_id uuid, one text, two text, three text, total bigint)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select 'answers', f.unit_id,
    case when f.outcome_decided_on is null or f.outcome_decided_on > last_on then 'answered-not'
      when f.outcome_decided_on <= s.due_on then 'answered-in-time' else 'answered-late' end,
    null, null, count(*)
  from app.referral f cross join lateral (select
    coalesce(f.referred_on, (f.submitted_at at time zone 'UTC')::date) + 30 as due_on) s
  where f.state not in ('draft', 'withdrawn') and s.due_on between first_on and last_on
  group by 1, 2, 3
$$`;
