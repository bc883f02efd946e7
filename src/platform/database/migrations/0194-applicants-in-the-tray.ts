import type { MigrationInterface, QueryRunner } from 'typeorm';
import { STATISTICS_ROLE } from '../scope-roles.js';
import { rewriteCounts } from './statistics-door.js';

/**
 * Direct applicants who wait for a mission locale to be chosen, for pilots and committee: how many, in the
 * tray of which unit and since when, so that nobody is lost there in silence; and those whom no mission
 * locale can receive, apart from them. Counts, and no row of anybody (PRV-20).
 */
export class ApplicantsInTheTray1760000000194 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `grant select (recorded_at) on app.direct_applicant_transition to ${STATISTICS_ROLE}`,
    );
    await rewriteCounts(
      runner,
      [
        [UNINVITED, UNINVITED_BY_KIND],
        [FIRST, FIRST_WITH_TRAY],
      ],
      OUTREACH,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await rewriteCounts(
      runner,
      [
        [FIRST_WITH_TRAY, FIRST],
        [UNINVITED_BY_KIND, UNINVITED],
      ],
      OUTREACH,
    );
    await runner.query(
      `revoke select (recorded_at) on app.direct_applicant_transition from ${STATISTICS_ROLE}`,
    );
  }
}

const OUTREACH = 'app.committee_outreach(date, date)';

/** What was said last of an applicant by the last day, among some states. */
const lastSaid = (what: string, states: string) => `(select ${what}
        from app.direct_applicant_transition t
        where t.unit_id = d.unit_id and t.direct_applicant_id = d.id
          and t.effective_on <= last_on ${states}
        order by t.effective_on desc, t.recorded_at desc limit 1)`;

const UNINVITED = `then 'direct-uninvited'`;
// Polynesia, Wallis-et-Futuna and Saint-Pierre-et-Miquelon have no mission locale: nothing is to be chosen.
const UNINVITED_BY_KIND = `then case when
        ${lastSaid('t.to_state', "and t.to_state in ('to-assign', 'outside-network')")} = 'outside-network'
        then 'direct-outside' else 'direct-unassigned' end`;

const FIRST = `select 'sessions', s.unit_id,`;
// As it stood on the last day, whenever the decision was: who came back because they live elsewhere too. The
// fifteen days are the time that a unit has to choose, by the length that holds for the whole country.
const FIRST_WITH_TRAY = `select 'direct-tray', d.unit_id,
    case when last_on - said.since < 15 then 'tray-fresh' else 'tray-late' end, null, null, count(*)
  from app.direct_applicant d cross join lateral
    ${lastSaid('t.to_state, t.effective_on as since', '')} said
  where said.to_state = 'to-assign'
  group by 1, 2, 3
  union all
  ${FIRST}`;
