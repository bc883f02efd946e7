import { Injectable } from '@nestjs/common';
import type { LocalDate } from '../../kernel/index.js';
import { rowsOf, type SqlValue } from '../../platform/database/index.js';
import { OPEN_STATES } from '../domain/referral.js';
import { MASKED_OUTCOME } from '../domain/shown-outcome.js';
import type { WorklistView } from '../domain/worklist.rules.js';
import {
  ReferralWorklist,
  type AnswerNews,
  type MaskedReferral,
  type ReferralOrder,
  type ReferralSelection,
  type ReferralSummary,
} from '../use-cases/ports.js';
import { SUMMARY, toSummary, type SummaryRow } from './referral-rows.js';

/** The worklist in PostgreSQL; row-level security leaves the referrals of the caller's organisation. */
@Injectable()
export class DatabaseReferralWorklist extends ReferralWorklist {
  override async counts(
    selection: Omit<ReferralSelection, 'view'>,
  ): Promise<Readonly<Record<WorklistView, number>>> {
    const { conditions, values } = conditionsOf(selection);
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
    selection: ReferralSelection,
    order: ReferralOrder,
    { limit, offset }: { readonly limit: number; readonly offset: number },
  ): Promise<ReferralSummary[]> {
    const { conditions, values } = conditionsOf(selection);
    values.push(limit, offset);
    const rows = await rowsOf<SummaryRow>(
      `${order.by === 'name' ? NAMED_SUMMARY : SUMMARY}
       where ${conditions.join(' and ')} and ${VIEWS[selection.view]}
       order by ${sortedBy(order)} limit $${values.length - 1} offset $${values.length}`,
      values,
    );
    return rows.map(toSummary);
  }

  override async maskedOf(adviserId: string): Promise<MaskedReferral[]> {
    const rows = await rowsOf<MaskedRow>(
      `select t.id, c.id as candidacy_id, t.ml_id, t.unit_id, t.adviser_id, t.outcome_decided_on
       from app.referral t join app.candidacy c on c.ml_id = t.ml_id and c.referral_id = t.id
       where t.state = 'decided' and t.outcome_code = $2 and t.outcome_decided_on is not null
         and (t.adviser_id = $1 or t.adviser_id is null) and ${IS_NOT_TAKEN_OVER}`,
      [adviserId, MASKED_OUTCOME],
    );
    return rows.map((row) => ({
      referralId: row.id,
      candidacyId: row.candidacy_id,
      missionLocaleId: row.ml_id,
      unitId: row.unit_id,
      adviserId: row.adviser_id,
      decidedOn: row.outcome_decided_on,
    }));
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

type MaskedRow = {
  id: string;
  candidacy_id: string;
  ml_id: string;
  unit_id: string;
  adviser_id: string | null;
  outcome_decided_on: LocalDate;
};

const IS_NEWS = `t.state = 'decided' and t.updated_at >= $1 and t.outcome_decided_on >= $2::date`;
const NAMED_SUMMARY = `${SUMMARY} left join app.young_person y on y.id = t.person_id`;
const OPEN = OPEN_STATES.map((state) => `'${state}'`).join(', ');
const IS_OPEN = `t.state in (${OPEN})`;
const IS_LATE = `(${IS_OPEN} and t.referred_on is not null and t.referred_on <= $1::date)`;

const IS_NOT_TAKEN_OVER = `not exists (select from app.referral n
    where n.person_id = t.person_id and n.id <> t.id and n.state <> 'withdrawn'
      and (n.state in ('draft', ${OPEN}) or n.referred_on >= t.outcome_decided_on
        or (n.outcome_code = 'APTE_RETENU' and n.outcome_decided_on >= t.referred_on)))`;

/** The same as `comesBack` of the domain, said to the database. */
const COMES_BACK = `(t.state = 'decided'
  and (t.outcome_reexamination_on <= $2::date or (t.id = any($3::uuid[])
    and t.outcome_code = '${MASKED_OUTCOME}'))
  and ${IS_NOT_TAKEN_OVER})`;

/**
 * The same as `viewOf` of the domain, said to the database; `$1` is the day since which one is late, `$2`
 * the one until which one comes back, `$3` what a kept day that has come brings back besides.
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
function conditionsOf({ search, days, kept }: Omit<ReferralSelection, 'view'>): {
  conditions: string[];
  values: SqlValue[];
} {
  const { lateSince, representedUntil } = days;
  const values: SqlValue[] = [lateSince, representedUntil, [...kept.keys()]];
  const conditions = ['$1::date is not null', '$2::date is not null', '$3::uuid[] is not null'];
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
