import type { MigrationInterface, QueryRunner } from 'typeorm';
import { STATISTICS_ROLE } from '../scope-roles.js';
import { rewriteCounts } from './statistics-door.js';

/**
 * What waits on the last day of a period is what the history says of that day, whatever came later: a
 * silence that was answered, or a withdrawal that was undone, since then changes no past figure. In the tray
 * of a unit somebody waits from the day on which nobody invited them any more: a correction is no new start.
 */
export class StatesOnTheLastDay1760000000197 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`grant select (recorded_at) on app.referral_transition to ${STATISTICS_ROLE};
      grant select (from_state) on app.direct_applicant_transition to ${STATISTICS_ROLE}`);
    await rewriteCounts(runner, [[BY_STATE_NOW, BY_LAST_LINE]], SILENCES);
    await rewriteCounts(
      runner,
      [
        [WAITING, WAITING_SINCE],
        [KIND, KIND_OR_FIRST],
      ],
      OUTREACH,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await rewriteCounts(
      runner,
      [
        [KIND_OR_FIRST, KIND],
        [WAITING_SINCE, WAITING],
      ],
      OUTREACH,
    );
    await rewriteCounts(runner, [[BY_LAST_LINE, BY_STATE_NOW]], SILENCES);
    await runner.query(`revoke select (recorded_at) on app.referral_transition from ${STATISTICS_ROLE};
      revoke select (from_state) on app.direct_applicant_transition from ${STATISTICS_ROLE}`);
  }
}

const SILENCES = 'app.committee_silences(date, date)';
const OUTREACH = 'app.committee_outreach(date, date)';

const BY_STATE_NOW = `where f.state <> 'draft' and (f.state not in ('withdrawn', 'lapsed')
      or not exists (select from app.referral_transition t where t.referral_id = f.id
        and t.to_state = f.state and t.effective_on <= last_on)) and`;
const BY_LAST_LINE = `where f.state <> 'draft' and not exists (select from app.referral_transition t
      where t.referral_id = f.id and t.to_state in ('withdrawn', 'lapsed') and t.effective_on <= last_on
        and not exists (select from app.referral_transition n where n.referral_id = t.referral_id
          and n.recorded_at > t.recorded_at and n.effective_on <= last_on)) and`;

// Acts are in the order in which they were recorded: a mission locale that says today that somebody lives
// elsewhere may have learnt it before the day on which it was chosen.
const WAITING = `from app.direct_applicant d cross join lateral
    (select t.to_state, t.effective_on as since
        from app.direct_applicant_transition t
        where t.unit_id = d.unit_id and t.direct_applicant_id = d.id
          and t.effective_on <= last_on 
        order by t.effective_on desc, t.recorded_at desc limit 1) said
  where said.to_state = 'to-assign'`;
const WAITING_SINCE = `from app.direct_applicant d cross join lateral
    (select t.to_state, t.effective_on as since
        from app.direct_applicant_transition t
        where t.unit_id = d.unit_id and t.direct_applicant_id = d.id
          and t.effective_on <= last_on and t.from_state is distinct from t.to_state
        order by t.recorded_at desc limit 1) said
  where said.to_state = 'to-assign' and (d.state <> 'withdrawn'
    or exists (select from app.direct_applicant_transition t where t.unit_id = d.unit_id
      and t.direct_applicant_id = d.id and t.command = 'forget'))`;

const KIND = `then case when
        (select t.to_state
        from app.direct_applicant_transition t
        where t.unit_id = d.unit_id and t.direct_applicant_id = d.id
          and t.effective_on <= last_on and t.to_state in ('to-assign', 'outside-network')
        order by t.effective_on desc, t.recorded_at desc limit 1) = 'outside-network'`;
// Of whom nothing was recorded by the last day, what was recorded first says where they live.
const KIND_OR_FIRST = `then case when
        (select t.to_state
        from app.direct_applicant_transition t
        where t.unit_id = d.unit_id and t.direct_applicant_id = d.id
          and (t.command = 'record' or t.effective_on <= last_on and t.to_state in ('to-assign', 'outside-network'))
        order by t.recorded_at desc limit 1) = 'outside-network'`;
