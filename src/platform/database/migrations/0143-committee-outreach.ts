import type { MigrationInterface, QueryRunner } from 'typeorm';
import { STATISTICS_ROLE } from '../scope-roles.js';
import { asStatistics, readableForStatistics } from './statistics-door.js';

/** Sessions held and direct applicants invited, for the committee: counts, and no row of anybody (PRV-20). */
export class CommitteeOutreach1760000000143 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const [table, columns] of Object.entries(READ)) {
      await runner.query(readableForStatistics(table, columns));
    }
    await runner.query(OUTREACH);
    await asStatistics(runner, 'app.committee_outreach(date, date)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function app.committee_outreach(date, date)');
    for (const [table, columns] of Object.entries(READ)) {
      await runner.query(`drop policy ${table}_statistics on app.${table};
        revoke select (${columns}) on app.${table} from ${STATISTICS_ROLE}`);
    }
  }
}

/** Dates, codes and numbers alone: no name, no commune, no age. */
const READ: Readonly<Record<string, string>> = {
  information_session: `unit_id, starts_at, state, registered, ticked, attended`,
  direct_applicant: `id, unit_id, decided_on, state, answer_code, answered_on`,
  direct_applicant_transition: `direct_applicant_id, unit_id, command, to_state, effective_on`,
};

// A session is told of by its numbers, which stay when the names of those who came are forgotten. Somebody
// who was forgotten after six months stays counted; a record that the unit took back was a mistake.
const OUTREACH = `
create function app.committee_outreach(first_on date, last_on date)
returns table (population text, unit_id uuid, one text, two text, three text, total bigint)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select 'sessions', s.unit_id,
    case when s.ticked = s.registered then 'session-ticked' else 'session-unticked' end,
    null, null, count(*)
  from app.information_session s
  where s.state = 'planned' and (s.starts_at at time zone 'UTC')::date between first_on and last_on
  group by 1, 2, 3
  union all
  select 'registrations', s.unit_id, v.heading, null, null, sum(v.number)
  from app.information_session s cross join lateral (values ('registered-came', s.attended),
    ('registered-absent', s.ticked - s.attended),
    ('registered-unticked', s.registered - s.ticked)) v (heading, number)
  where s.state = 'planned' and (s.starts_at at time zone 'UTC')::date between first_on and last_on
    and v.number > 0
  group by 1, 2, 3
  union all
  select 'direct-applicants', d.unit_id,
    case when not exists (select from app.direct_applicant_transition t
        where t.unit_id = d.unit_id and t.direct_applicant_id = d.id
          and t.to_state in ('invited', 'announced') and t.effective_on <= last_on)
        then 'direct-uninvited'
      when d.answered_on <= last_on and d.answer_code in ('RDV_PRIS', 'DEJA_ACCOMPAGNE',
        'NOUVEAU_PROJET', 'NOUVEAU_CONTRAT', 'NE_SOUHAITE_PAS', 'REORIENTATION')
        then 'direct-reached' else 'direct-unreached' end, null, null, count(*)
  from app.direct_applicant d
  where d.decided_on between first_on and last_on and (d.state <> 'withdrawn'
    or exists (select from app.direct_applicant_transition t where t.unit_id = d.unit_id
      and t.direct_applicant_id = d.id and t.command = 'forget'))
  group by 1, 2, 3
$$`;
