import { LONGEST_MONTHS, AGE_LIMIT, NOTICE_DAYS } from '../domain/warnings.rules.js';
import { EXTENSION_MONTHS } from '../domain/standing.rules.js';
import type { MonthView } from '../domain/month-view.rules.js';
import { HAS_SERVED } from './service-rows.js';

// The list of a month in one query: which contracts, how many in each view, in which order. It says in
// SQL what `readContract`, `isInView` and `byMonthOrder` say of one contract, because a list of some
// thousands cannot be read whole to show fifty; test/cej/month-query.spec.ts draws contracts and holds
// both to the same answer. $1 and $2 are the first and last day of the month, $3 the day it is read on.

/** The other files of whoever served on one of several that were merged. */
const SERVED_ON_ANOTHER_FILE = `select f.file_id from app.person_merge m
  join app.volunteer v on v.person_id in (m.kept_id, m.merged_id)
  cross join lateral app.files_of(array[m.kept_id]) f
  where m.org_id = app.current_org() and m.state = 'confirmed'
    and ${HAS_SERVED} and v.incorporated_on <= $2`;

const CONTRACTS = `select t.id, t.person_id, t.scheme, t.starts_on, t.planned_end_on, t.ended_on,
    t.extended_until is not null as is_extended, y.birth_date,
    coalesce(t.extended_until, t.planned_end_on) as contracted_until,
    case when t.confirmed_on is not null then t.confirmed_until end as confirmed_until
  from app.cej_contract t join app.young_person y on y.id = t.person_id
  where t.starts_on <= $2 and (t.ended_on is null or t.ended_on >= $1)
    and t.person_id in (select v.person_id from app.volunteer v
        where ${HAS_SERVED} and v.incorporated_on <= $2 and v.person_org_id = app.current_org()
      union all ${SERVED_ON_ANOTHER_FILE})`;

/** Each with all files of its young person. */
const FILES = `select c.*, f.files from contract c join (select f.person_id, array_agg(f.file_id) as files
    from app.files_of(array(select distinct c.person_id from contract c)) f group by f.person_id) f
  on f.person_id = c.person_id`;

/** Services that may bear on a contract: entered while it may have run, up to the day it is read on. */
const SERVICES = `select v.id, v.incorporated_on, v.planned_end_on, v.exited_on,
    v.exited_on is null or v.exited_on > $3 as is_serving,
    case when c.scheme = 'CEJ' and (c.ended_on is null
        or c.ended_on >= coalesce(v.exited_on, greatest(v.planned_end_on, $3)))
      then (date_trunc('month', coalesce(v.exited_on, greatest(v.planned_end_on, $3)))
        + interval '${EXTENSION_MONTHS + 1} months - 1 day')::date end as until
  from app.volunteer v where v.person_id = any(c.files) and ${HAS_SERVED}
    and v.incorporated_on between c.starts_on and $3
    and (c.ended_on is null or v.incorporated_on <= c.ended_on)`;

/** What those before them make of the term: whoever enters after it, and all after them, is left apart. */
const ENTRIES = `select s.*, row_number() over by_day as n,
    c.ended_on is not null or s.incorporated_on <= greatest(c.contracted_until, max(s.until)
      over (by_day rows between unbounded preceding and 1 preceding)) as is_in_time
  from (${SERVICES}) s
  window by_day as (order by s.incorporated_on, coalesce(s.exited_on, '9999-12-31'),
    s.planned_end_on, s.id)`;

const ENTERED = `select max(e.until) as until,
    (array_agg(e.is_serving order by e.until desc, e.n desc) filter (where e.until is not null))[1]
      as is_forecast,
    (array_agg(e.planned_end_on order by e.n desc) filter (where e.is_serving))[1] as serving_until
  from (select e.*, bool_and(e.is_in_time) over (order by e.n) as is_entered from (${ENTRIES}) e) e
  where e.is_entered`;

const STANDINGS = `select p.*, case when p.ended_on < $3 then 'ended' when $3 < p.starts_on then 'not-started'
    when $3 > p.term then 'past-term' when p.serving_until is not null then 'in-service'
    when $3 <= p.contracted_until then 'running' else 'extended' end as standing
  from (select c.*, e.until, e.is_forecast, e.serving_until,
      coalesce(c.ended_on, greatest(c.contracted_until, e.until)) as term
    from file c cross join lateral (${ENTERED}) e) p`;

const READ = `select s.id, s.standing, coalesce(s.nearest_on, s.term) - $3 as days_left,
    s.nearest_on is not null or s.has_remark as is_watched
  from (select s.id, s.standing, s.term, s.standing <> 'ended' and (${hasRemark()}) as has_remark,
      case when s.standing <> 'ended' then ${nearestLimit()} end as nearest_on
    from standing s) s`;

/** Remarks without a day: `standingWarnings`. */
function hasRemark(): string {
  return `coalesce(s.serving_until < $3, false)
    or (s.until is not null and not s.is_forecast and s.confirmed_until is distinct from s.until)
    or (s.scheme = 'CEJ' and not s.is_extended
      and s.planned_end_on > s.starts_on + interval '${LONGEST_MONTHS.CEJ} months')`;
}

/** The nearest of the limits that are warned of: `termWarnings`, `durationWarnings`, `ageWarnings`. */
function nearestLimit(): string {
  const { term, duration, age } = NOTICE_DAYS;
  const { CEJ, 'CEJ-extended': extended, PACEA } = LONGEST_MONTHS;
  const isShort = `s.scheme = 'CEJ' and not s.is_extended and s.term <= s.contracted_until`;
  return `least(${[
    near('s.term', term, `s.standing <> 'in-service'`),
    near(lastDayWithin(PACEA), duration, `s.scheme = 'PACEA'`),
    near(lastDayWithin(CEJ), duration, isShort),
    near(lastDayWithin(extended), duration, `s.scheme = 'CEJ'`),
    near(birthday(), age, 'true'),
  ].join(', ')})`;
}

/** A limit that the contract reaches, from its notice on. */
function near(limit: string, notice: number, condition: string): string {
  return `case when ${condition} and ${limit} <= least(s.term, $3 + ${notice}) then ${limit} end`;
}

function lastDayWithin(months: number): string {
  const sameDay = `(s.starts_on + interval '${months} months')::date`;
  return `(${sameDay} - (extract(day from ${sameDay}) >= extract(day from s.starts_on))::int)`;
}

/** Whoever is born on 29 February has it on 1 March of a common year. */
function birthday(): string {
  const born = `replace(s.birth_date, '-00', '-01')::date`;
  const sameDay = `(${born} + interval '${AGE_LIMIT} years')::date`;
  return `(${sameDay} + (extract(day from ${sameDay}) < extract(day from ${born}))::int)`;
}

const IN_VIEW: Readonly<Record<MonthView, string>> = {
  'to-watch': 'r.is_watched',
  serving: `r.standing = 'in-service'`,
  left: `r.standing <> 'in-service'`,
  all: 'true',
};

/** How many are in each view, and the ids of one view in their order from $5 on, $4 of them. */
export function monthQuery(view: MonthView): string {
  const counted = Object.entries(IN_VIEW).map(
    ([name, condition]) => `count(*) filter (where ${condition}) as "${name}"`,
  );
  return `with contract as materialized (${CONTRACTS}), file as (${FILES}),
    standing as materialized (${STANDINGS}), read as materialized (${READ})
  select ${counted.join(', ')}, array(select r.id from read r where ${IN_VIEW[view]}
      order by not r.is_watched, r.days_left, r.id limit $4 offset $5) as ids
  from read r`;
}
