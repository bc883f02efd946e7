import { Injectable } from '@nestjs/common';
import { rowsOf, type SqlValue } from '../../platform/database/index.js';
import { OPEN_STATES } from '../domain/referral.js';
import type { WorklistDays, WorklistView } from '../domain/worklist.rules.js';
import {
  ReferralWorklist,
  type AnswerNews,
  type ReferralOrder,
  type ReferralSearch,
  type ReferralSelection,
  type ReferralSummary,
} from '../use-cases/ports.js';
import { SUMMARY, toSummary, type SummaryRow } from './referral-rows.js';

/** The worklist in PostgreSQL; row-level security leaves the referrals of the caller's organisation. */
@Injectable()
export class DatabaseReferralWorklist extends ReferralWorklist {
  override async counts(
    search: ReferralSearch,
    days: WorklistDays,
  ): Promise<Readonly<Record<WorklistView, number>>> {
    const { conditions, values } = conditionsOf(search, days);
    const counted = Object.entries(VIEWS).map(
      ([view, condition]) => `count(*) filter (where ${condition}) as "${view}"`,
    );
    const [row] = await rowsOf<Record<WorklistView, number>>(
      `select ${counted.join(', ')} from app.referral t where ${conditions.join(' and ')}`,
      values,
    );
    const of = (view: WorklistView): number => Number(row?.[view] ?? 0);
    return {
      'to-do': of('to-do'),
      'to-represent': of('to-represent'),
      'in-progress': of('in-progress'),
      over: of('over'),
      all: of('all'),
    };
  }

  override async page(
    { search, view, days }: ReferralSelection,
    order: ReferralOrder,
    { limit, offset }: { readonly limit: number; readonly offset: number },
  ): Promise<ReferralSummary[]> {
    const { conditions, values } = conditionsOf(search, days);
    values.push(limit, offset);
    const rows = await rowsOf<SummaryRow>(
      `${order.by === 'name' ? NAMED_SUMMARY : SUMMARY}
       where ${conditions.join(' and ')} and ${VIEWS[view]}
       order by ${sortedBy(order)} limit $${values.length - 1} offset $${values.length}`,
      values,
    );
    return rows.map(toSummary);
  }

  override async answeredSince(
    { arrived, decided }: AnswerNews,
    limit: number,
  ): Promise<ReferralSummary[]> {
    const rows = await rowsOf<SummaryRow>(
      `${SUMMARY} where ${IS_NEWS}
       order by t.outcome_decided_on desc, t.updated_at desc, t.id limit $3`,
      [arrived, decided, limit],
    );
    return rows.map(toSummary);
  }

  override async countAnsweredSince({ arrived, decided }: AnswerNews): Promise<number> {
    const [row] = await rowsOf<{ count: number }>(
      `select count(*) as count from app.referral t where ${IS_NEWS}`,
      [arrived, decided],
    );
    return Number(row?.count ?? 0);
  }
}

const IS_NEWS = `t.state = 'decided' and t.updated_at >= $1 and t.outcome_decided_on >= $2::date`;
const NAMED_SUMMARY = `${SUMMARY} left join app.young_person y on y.id = t.person_id`;
const OPEN = OPEN_STATES.map((state) => `'${state}'`).join(', ');
const IS_OPEN = `t.state in (${OPEN})`;
const IS_LATE = `(${IS_OPEN} and t.referred_on is not null and t.referred_on <= $1::date)`;

/** The same as `comesBack` of the domain, said to the database. */
const COMES_BACK = `(t.state = 'decided' and t.outcome_reexamination_on <= $2::date
  and not exists (select from app.referral n
    where n.person_id = t.person_id and n.id <> t.id and n.state <> 'withdrawn'
      and (n.state in ('draft', ${OPEN}) or n.referred_on >= t.outcome_decided_on
        or (n.outcome_code = 'APTE_RETENU' and n.outcome_decided_on >= t.referred_on))))`;

/**
 * The same as `viewOf` of the domain, said to the database; `$1` is the day since which one is late, `$2`
 * the one until which one comes back.
 */
const VIEWS: Readonly<Record<WorklistView, string>> = {
  'to-do': `(t.state = 'draft' or ${IS_LATE})`,
  'to-represent': COMES_BACK,
  'in-progress': `(${IS_OPEN} and not ${IS_LATE})`,
  over: `(t.state <> 'draft' and not ${IS_OPEN})`,
  all: 'true',
};

/** Drafts have no day of transmission yet: they come first, and last the other way round. */
function sortedBy({ by, isDescending }: ReferralOrder): string {
  const [way, nulls] = isDescending ? ['desc', 'last'] : ['asc', 'first'];
  return by === 'name'
    ? `y.name_key ${way}, y.first_name_key ${way}, t.created_at, t.id`
    : `t.referred_on ${way} nulls ${nulls}, t.created_at ${way}, t.id ${way}`;
}

/** One condition for the list and for its counts; names come from here, values travel apart (SEC-27). */
function conditionsOf(
  search: ReferralSearch,
  { lateSince, representedUntil }: WorklistDays,
): { conditions: string[]; values: SqlValue[] } {
  const values: SqlValue[] = [lateSince, representedUntil];
  const conditions = ['$1::date is not null', '$2::date is not null'];
  const add = (sql: string, value: SqlValue | undefined): void => {
    if (value === undefined) return;
    values.push(value);
    conditions.push(sql.replaceAll('?', `$${values.length}`));
  };
  add('t.state = ?', search.state);
  add('t.unit_id = ?', search.unitId);
  add(`(t.reference = ? or t.person_id in (${NUMBERED}))`, search.number);
  for (const word of search.nameWords ?? []) add(`t.person_id in (${NAMED})`, word);
  return { conditions, values };
}

const NUMBERED = 'select p.id from app.young_person p where p.imilo_id = ?';

/** Keys hold letters only, and so do the words looked for: accents, case and hyphens do not count. */
const NAMED = `select p.id from app.young_person p
  where position(? in p.name_key) > 0 or position(? in p.first_name_key) > 0`;
