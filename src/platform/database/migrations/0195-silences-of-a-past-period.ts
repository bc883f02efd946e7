import type { MigrationInterface, QueryRunner } from 'typeorm';
import { STATISTICS_ROLE } from '../scope-roles.js';
import { readableForStatistics, rewriteCounts } from './statistics-door.js';

/**
 * The silences of a past period stay what they were: a referral that was withdrawn, or said to be without an
 * answer, after the last day was waiting on it. The year before stands beside each year, and shrank.
 */
export class SilencesOfAPastPeriod1760000000195 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(readableForStatistics('referral_transition', COLUMNS));
    await rewriteCounts(runner, [[AS_IT_IS, AS_IT_WAS]], SILENCES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await rewriteCounts(runner, [[AS_IT_WAS, AS_IT_IS]], SILENCES);
    await runner.query(`drop policy referral_transition_statistics on app.referral_transition;
      revoke select (${COLUMNS}) on app.referral_transition from ${STATISTICS_ROLE}`);
  }
}

const SILENCES = 'app.committee_silences(date, date)';
const COLUMNS = 'referral_id, to_state, effective_on';

const AS_IT_IS = `where f.state not in ('draft', 'withdrawn', 'lapsed') and`;
const AS_IT_WAS = `where f.state <> 'draft' and (f.state not in ('withdrawn', 'lapsed')
      or not exists (select from app.referral_transition t where t.referral_id = f.id
        and t.to_state = f.state and t.effective_on <= last_on)) and`;
