import type { ExceptionRecord, ExceptionRule } from '../domain/exception-rules.js';

/** How one rule is looked for: the record it shows, and the rows of the organisation that break it. */
export interface ExceptionQuery {
  readonly record: ExceptionRecord;
  /** Columns `record_id`, `person_id`, `since`. */
  readonly sql: string;
}

/** Selected, closed or not, whose service was never spoken of. */
const selectedWithoutService = (since: string) =>
  `select c.id as record_id, c.person_id, ${since} as since from app.candidacy c
      where c.unit_id = $1 and c.state in ('decided', 'closed') and c.outcome_code = 'APTE_RETENU'
        and not exists (select from app.volunteer v
          where v.unit_id = c.unit_id and v.candidacy_id = c.id)`;

/** Joins what says which file stands for the person of a row, whose files may have been merged. */
const withFileOf = (alias: string) => `left join app.person_merge ${alias}m on ${alias}m.org_id = $1
      and ${alias}m.merged_id = ${alias}.person_id and ${alias}m.state = 'confirmed'`;
const IS_SAME_PERSON = `coalesce(wm.kept_id, w.person_id) = coalesce(vm.kept_id, v.person_id)`;

const RETURN_OF = `from app.return_episode r
      join app.volunteer v on v.unit_id = r.unit_id and v.id = r.volunteer_id ${withFileOf('v')}`;
const TAKEN_UP = `r.ml_id = $1 and r.state in ('open', 'acknowledged')`;

/**
 * What a mission locale proposed, or what a unit did of somebody whom nobody follows: a return that left
 * without arriving, or a proposal past its date. The round lets what nobody answered lapse, and finishes
 * what was accepted: this finds that it did not. Of a return that came from elsewhere the service is not
 * to be read: who it is about stands in the transfer that it came by.
 */
const stuckOf = (...owner: readonly string[]) => {
  const by = (alias: string) => owner.map((one) => `${alias}.${one}`).join(' and ');
  return `select r.id as record_id, coalesce(v.person_id, h.accepted_person_id) as person_id,
        r.ends_on as since
      from app.return_episode r
      left join app.volunteer v on v.unit_id = r.unit_id and v.id = r.volunteer_id
      left join app.return_transfer h on h.successor_id = r.id
      where ${by('r')} and r.state = 'transferred' and not exists (select from app.return_transfer t
        where t.episode_id = r.id and t.state = 'completed')
      union all
      select t.episode_id, t.person_id, t.due_on from app.return_transfer t
      where ${by('t')} and t.state in ('proposed', 'accepted') and t.due_on < $2::date - 1`;
};

/** A direct applicant is no young person on file: nobody is named, the page says who it is. */
const INVITATION = `select d.id as record_id, null::uuid as person_id, coalesce(d.due_on, d.state_on) as since
      from app.direct_applicant d`;
const IS_UNTOLD = '(d.due_on is null or d.due_on <= $8::date)';

/**
 * One query a rule. Parameters: $1 the organisation, $2 today, $3 to $5 the last overdue days of an
 * incorporation, a postponement and an end, $6 reasons of dropout, $7 situations that are no solution,
 * $8 the last overdue date of an invitation.
 */
export const EXCEPTION_QUERIES: Readonly<Record<ExceptionRule, ExceptionQuery>> = {
  'incorporation-untold': {
    record: 'candidacy',
    sql: `${selectedWithoutService('c.planned_incorporation_on')}
      and c.planned_incorporation_on <= $3::date`,
  },
  'incorporation-undated': {
    record: 'candidacy',
    sql: `${selectedWithoutService('c.state_on')}
      and c.planned_incorporation_on is null and c.state_on <= $4::date`,
  },
  'postponement-undated': {
    record: 'volunteer',
    sql: `select v.id as record_id, v.person_id, coalesce(v.incorporated_on, v.state_on) as since
      from app.volunteer v where v.unit_id = $1 and v.state = 'postponed'
        and (v.incorporated_on <= $3::date or (v.incorporated_on is null and v.state_on <= $4::date))`,
  },
  'end-untold': {
    record: 'volunteer',
    sql: `select v.id as record_id, v.person_id, coalesce(v.exited_on, v.planned_end_on) as since
      from app.volunteer v where v.unit_id = $1 and v.state = 'in-service'
        and coalesce(v.exited_on, v.planned_end_on) <= $5::date`,
  },
  'exit-without-return': {
    record: 'volunteer',
    sql: `select v.id as record_id, v.person_id, coalesce(v.exited_on, v.state_on) as since
      from app.volunteer v where v.unit_id = $1
        and (v.state = 'absent' or (v.state = 'exited' and (v.exit_reason = any($6)
          or v.exit_situation = any($7) or v.wants_support)))
        and not exists (select from app.return_episode r
          where r.unit_id = v.unit_id and r.volunteer_id = v.id and r.state <> 'cancelled')`,
  },
  'attachment-stuck': { record: 'return', sql: stuckOf('unit_id = $1', 'ml_id is null') },
  'return-unattached': {
    record: 'return',
    sql: `select r.id as record_id, v.person_id, r.ends_on as since
      from app.return_episode r
      join app.volunteer v on v.unit_id = r.unit_id and v.id = r.volunteer_id
      where r.unit_id = $1 and r.ml_id is null and r.state = 'open' and r.due_on < $2::date
        and not exists (select from app.return_transfer t
          where t.episode_id = r.id and t.state in ('proposed', 'accepted'))`,
  },
  'invitation-unassigned': {
    record: 'direct-applicant',
    sql: `${INVITATION} where d.unit_id = $1 and d.state = 'to-assign' and ${IS_UNTOLD}`,
  },
  'invitation-to-closed': {
    record: 'direct-applicant',
    sql: `${INVITATION} join app.organisation o on o.id = d.ml_id
      where d.unit_id = $1 and d.state = 'announced' and o.valid_to < $2::date`,
  },
  'referral-without-file': {
    record: 'referral',
    sql: `select f.id as record_id, f.person_id, coalesce(f.referred_on, f.informed_on) as since from app.referral f
      where f.ml_id = $1 and f.state in ('submitted', 'received', 'decided')
        and not exists (select from app.candidacy c where c.referral_id = f.id)`,
  },
  'sides-differ': {
    record: 'referral',
    sql: `select f.id as record_id, f.person_id, coalesce(f.referred_on, f.informed_on) as since
      from app.referral f join app.candidacy c on c.referral_id = f.id
      where f.ml_id = $1 and ((f.state in ('submitted', 'received') and c.state in ('decided', 'closed'))
        or (f.state = 'decided' and c.state not in ('decided', 'closed')))`,
  },
  'return-while-serving': {
    record: 'return',
    sql: `select r.id as record_id, v.person_id, r.ends_on as since ${RETURN_OF}
      where ${TAKEN_UP} and r.cause is not null and exists (select from app.volunteer w
        ${withFileOf('w')}
        where ${IS_SAME_PERSON} and w.ml_id = $1 and w.id <> v.id
          and w.state = 'in-service' and w.incorporated_on >= r.ends_on)`,
  },
  'return-without-exit': {
    record: 'return',
    sql: `select r.id as record_id, v.person_id, r.ends_on as since ${RETURN_OF}
      where ${TAKEN_UP} and r.cause is not null and v.state in ('postponed', 'in-service')`,
  },
  'two-returns': {
    record: 'return',
    sql: `select r.id as record_id, v.person_id, r.ends_on as since ${RETURN_OF}
      where ${TAKEN_UP} and exists (select from app.return_episode o
        join app.volunteer w on w.unit_id = o.unit_id and w.id = o.volunteer_id
        ${withFileOf('w')}
        where ${IS_SAME_PERSON} and o.ml_id = $1 and o.state in ('open', 'acknowledged')
          and (o.ends_on, o.id) > (r.ends_on, r.id))`,
  },
  'transfer-stuck': { record: 'return', sql: stuckOf('ml_id = $1') },
  'two-services': {
    record: 'volunteer',
    sql: `select v.id as record_id, v.person_id, v.incorporated_on as since from app.volunteer v
      ${withFileOf('v')}
      where v.ml_id = $1 and v.state = 'in-service' and exists (select from app.volunteer w
        ${withFileOf('w')}
        where ${IS_SAME_PERSON} and w.ml_id = $1 and w.state = 'in-service'
          and (w.incorporated_on, w.id) > (v.incorporated_on, v.id))`,
  },
  'invitation-silent': {
    record: 'direct-applicant',
    sql: `${INVITATION} where d.ml_id = $1 and d.state = 'announced' and ${IS_UNTOLD}`,
  },
};
