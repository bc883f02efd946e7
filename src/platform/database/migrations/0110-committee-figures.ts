import type { MigrationInterface, QueryRunner } from 'typeorm';
import { STATISTICS_ROLE } from '../scope-roles.js';
import { asStatistics, readableForStatistics } from './statistics-door.js';

/** What the committee asks: counts of everyone, and no row of anybody (PRV-20). */
export class CommitteeFigures1760000000110 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const [table, columns] of Object.entries(READ)) {
      await runner.query(readableForStatistics(table, columns));
    }
    await runner.query(COUNTS);
    await runner.query(DELAYS);
    await asStatistics(runner, 'app.committee_counts(date, date)');
    await asStatistics(runner, 'app.committee_delays(date, date)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop function app.committee_delays(date, date);
      drop function app.committee_counts(date, date)`);
    for (const [table, columns] of Object.entries(READ)) {
      await runner.query(`drop policy ${table}_statistics on app.${table};
        revoke select (${columns}) on app.${table} from ${STATISTICS_ROLE}`);
    }
  }
}

/** Dates and codes alone: no name, no birth date, no address, no reference, no medical conclusion. */
const READ: Readonly<Record<string, string>> = {
  referral: `id, unit_id, state, submitted_at, referred_on, outcome_decided_on, prerequisites`,
  candidacy: `id, unit_id, referral_id, origin, acknowledged_on, convoked_on, outcome_code, decided_on,
    assessed_level`,
  volunteer: `id, unit_id, candidacy_id, referral_id, person_id, person_org_id, ml_id, state,
    incorporated_on, planned_end_on, exited_on, exit_reason, exit_situation`,
  volunteer_transition: `volunteer_id, unit_id, command, effective_on`,
  return_episode: `volunteer_id, unit_id, state, counts_from, contacted_on`,
  follow_up: `volunteer_id, ml_id, milestone, situation, source, observed_on`,
  cej_contract: `ml_id, person_id, scheme, starts_on, planned_end_on, extended_until, ended_on,
    confirmed_until`,
};

const SENT_ON = `coalesce(f.referred_on, (f.submitted_at at time zone 'UTC')::date)`;

/** Codes of exit reasons and situations by what the indicators make of them (domain.md 4.2 to 4.4). */
const EARLY_INSERTION = `'FIN_ANTICIPEE_INSERTION', 'ENGAGEMENT_ARMEES'`;
const DURABLE = `'CDI', 'CDD_6P', 'ALTERNANCE', 'ARMEES', 'CREATION_ENTREPRISE'`;
const DROPOUTS = `'DENONCIATION_VOLONTAIRE', 'DENONCIATION_AUTORITE', 'RESILIATION_DEMANDE',
  'RESILIATION_AUTORITE', 'DEPART_SANS_AUTORISATION'`;

// Each population is dated by the act that makes it: what was told later and took place before is in.
// What is known of it is what had taken place by the last day. A refusal that hides a medical conclusion is
// one with the others, by unit; how many there are is said of the whole country alone (PRV-21).
const COUNTS = `
create function app.committee_counts(first_on date, last_on date)
returns table (population text, unit_id uuid, one text, two text, three text, total bigint)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select 'referrals', f.unit_id,
    case when c.acknowledged_on is null or c.acknowledged_on > last_on then 'receipt-none'
      when c.acknowledged_on - ${SENT_ON} <= 7 then 'receipt-on-time' else 'receipt-late' end,
    case when f.outcome_decided_on <= last_on then 'answer-given'
      when f.state = 'withdrawn' then 'answer-withdrawn'
      when f.state = 'lapsed' then 'answer-lapsed' else 'answer-waited' end,
    case when f.prerequisites @> array['SEANCE_INFORMATION', 'JDC_A_JOUR', 'PIECES_COMPLETES',
      'PROJET_VALIDE'] then 'prerequisites-all' else 'prerequisites-some' end,
    count(*)
  from app.referral f left join app.candidacy c on c.referral_id = f.id
  where f.state <> 'draft' and ${SENT_ON} between first_on and last_on
  group by 1, 2, 3, 4, 5
  union all
  select 'decisions', c.unit_id,
    case when c.outcome_code in ('NON_RETENU', 'NON_RETENU_SELECTION') then 'outcome-refused'
      else 'outcome-' || c.outcome_code end,
    case when c.origin = 'ML' then 'origin-ML' else 'origin-other' end, null, count(*)
  from app.candidacy c where c.decided_on between first_on and last_on
  group by 1, 2, 3, 4
  union all
  select 'medical', null::uuid,
    case when c.outcome_code = 'NON_RETENU' then 'medical-unfit' else 'medical-fit' end, null, null,
    count(*)
  from app.candidacy c where c.decided_on between first_on and last_on
    and c.outcome_code in ('NON_RETENU', 'APTE_RETENU', 'APTE_LISTE_ATTENTE')
  group by 3
  union all
  select 'convocations', c.unit_id,
    case when c.outcome_code in ('ABSENT', 'DESISTEMENT') and c.decided_on <= last_on
      then 'convoked-lost' else 'convoked-kept' end, null, null, count(*)
  from app.candidacy c where c.convoked_on between first_on and last_on
  group by 1, 2, 3
  union all
  select 'incorporations', v.unit_id,
    case when v.origin = 'ML' then 'incorporated-ML' else 'incorporated-other' end,
    'level-' || coalesce(v.assessed_level, 'NON_EVALUE'),
    case when not v.has_cej then 'cej-none' when v.is_serving then 'cej-serving'
      when v.is_extended then 'cej-extended' else 'cej-left' end,
    count(*)
  from (select s.unit_id, c.origin, c.assessed_level, k.has_cej, k.is_extended,
      s.exited_on is null or s.exited_on > last_on as is_serving
    from app.volunteer s join app.candidacy c on c.id = s.candidacy_id
    cross join lateral (select count(*) > 0 as has_cej,
        coalesce(bool_or(k.extended_until is not null or k.confirmed_until is not null), false)
          as is_extended
      from app.cej_contract k
      where k.person_id = s.person_id and k.ml_id = s.ml_id and k.scheme = 'CEJ'
        and s.incorporated_on between k.starts_on
          and coalesce(k.ended_on, k.extended_until, k.planned_end_on)) k
    where s.state in ('in-service', 'exited')
      and s.incorporated_on between first_on and last_on) v
  group by 1, 2, 3, 4, 5
  union all
  select 'exits', v.unit_id,
    case when v.exit_reason = 'FIN_CONTRAT' then case
        when v.exit_situation in (${DURABLE}) then 'completed-durable'
        when v.exit_situation = 'SANS_SOLUTION' then 'completed-unsolved'
        when v.exit_situation = 'NON_CONNU' then 'completed-unknown' else 'completed-inserted' end
      when v.exit_reason in (${EARLY_INSERTION}) then 'early-inserted'
      when v.exited_on < v.incorporated_on + interval '2 months' then 'early-probation'
      else 'early-later' end,
    case when exists (select from app.volunteer_transition t where t.volunteer_id = v.id
        and t.command = 'announce-exit' and t.effective_on < v.exited_on)
      then 'end-prepared' else 'end-untold' end,
    case when not (v.exit_reason in (${DROPOUTS})
        or v.exit_situation in ('SANS_SOLUTION', 'NON_CONNU')) then 'return-undue'
      when exists (select from app.return_episode r where r.volunteer_id = v.id
        and r.state not in ('prepared', 'cancelled') and r.counts_from <= last_on)
      then 'return-told' else 'return-missing' end,
    count(*)
  from app.volunteer v where v.state = 'exited' and v.exited_on between first_on and last_on
  group by 1, 2, 3, 4, 5
  union all
  select 'returns', r.unit_id,
    case when r.contacted_on is null or r.contacted_on > last_on then 'contact-none'
      when r.contacted_on - r.counts_from <= 15 then 'contact-on-time' else 'contact-late' end,
    null, null, count(*)
  from app.return_episode r
  where r.state in ('open', 'acknowledged', 'closed') and r.counts_from between first_on and last_on
  group by 1, 2, 3
  union all
  select 'follow-ups-' || m.milestone, v.unit_id,
    case when a.source is null or a.source = 'SANS_REPONSE' or a.situation = 'NON_CONNU'
        then 'became-unknown'
      when a.situation = 'SANS_SOLUTION' then 'became-unsolved'
      when a.situation in ('FORMATION_QUALIFIANTE', 'POURSUITE_ETUDES', 'MOBILITE_LADOM')
        then 'became-trained' else 'became-employed' end,
    null, null, count(*)
  from app.volunteer v cross join (values ('M3', 3), ('M6', 6), ('M12', 12)) m (milestone, months)
  cross join lateral (select (v.exited_on + make_interval(months => m.months))::date as due_on) d
  left join app.follow_up a on a.volunteer_id = v.id and a.milestone = m.milestone
    and a.observed_on between d.due_on - 45 and d.due_on + 45
  where v.state = 'exited' and v.ml_id is not null and d.due_on + 45 between first_on and last_on
  group by 1, 2, 3
  union all
  select 'stock', v.unit_id,
    case when last_on < v.incorporated_on + interval '2 months' then 'stock-probation'
      when v.planned_end_on < last_on + interval '2 months' then 'stock-ending'
      else 'stock-serving' end, null, null, count(*)
  from app.volunteer v where v.state in ('in-service', 'exited') and v.incorporated_on <= last_on
    and (v.exited_on is null or v.exited_on > last_on)
  group by 1, 2, 3
$$`;

// How many waited how many days: a median of any place is made of these, and of nobody's dates.
const DELAYS = `
create function app.committee_delays(first_on date, last_on date)
returns table (delay text, unit_id uuid, days int, total bigint)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select 'receipt', f.unit_id, greatest(c.acknowledged_on - ${SENT_ON}, 0), count(*)
  from app.referral f join app.candidacy c on c.referral_id = f.id
  where f.state <> 'draft' and ${SENT_ON} between first_on and last_on
    and c.acknowledged_on <= last_on
  group by 1, 2, 3
  union all
  select 'answer', f.unit_id, greatest(f.outcome_decided_on - ${SENT_ON}, 0), count(*)
  from app.referral f where f.outcome_decided_on between first_on and last_on
  group by 1, 2, 3
  union all
  select 'incorporation', v.unit_id, greatest(v.incorporated_on - ${SENT_ON}, 0), count(*)
  from app.volunteer v join app.referral f on f.id = v.referral_id
  where v.state in ('in-service', 'exited') and v.incorporated_on between first_on and last_on
  group by 1, 2, 3
$$`;
