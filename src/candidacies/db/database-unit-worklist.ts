import { Injectable } from '@nestjs/common';
import { rowsOf, type SqlValue } from '../../platform/database/index.js';
import type { CandidacyState } from '../domain/candidacy.js';
import {
  UnitWorklist,
  type CandidacySummary,
  type WorklistFilter,
  type WorklistOrder,
} from '../use-cases/ports.js';
import { NAMED_SUMMARY, SUMMARY, toSummary, type CandidacySummaryRow } from './candidacy-rows.js';

const COUNTED = `select t.state, count(*) as total
  from app.candidacy t left join app.referral f on f.id = t.referral_id`;

/** The worklist in PostgreSQL; row-level security leaves the files of the caller's unit. */
@Injectable()
export class DatabaseUnitWorklist extends UnitWorklist {
  override async counts(filter: WorklistFilter): Promise<ReadonlyMap<CandidacyState, number>> {
    const { conditions, values } = conditionsOf(filter);
    const rows = await rowsOf<{ state: CandidacyState; total: number }>(
      `${COUNTED} where ${conditions.join(' and ')} group by t.state`,
      values,
    );
    return new Map(rows.map(({ state, total }) => [state, Number(total)]));
  }

  override async page(
    filter: WorklistFilter,
    states: readonly CandidacyState[],
    order: WorklistOrder,
    { limit, offset }: { readonly limit: number; readonly offset: number },
  ): Promise<CandidacySummary[]> {
    const { conditions, values } = conditionsOf(filter);
    values.push(states, limit, offset);
    const [inStates, first, skipped] = [2, 1, 0].map((back) => `$${values.length - back}`);
    const rows = await rowsOf<CandidacySummaryRow>(
      `${order.by === 'name' ? NAMED_SUMMARY : SUMMARY}
       where ${conditions.join(' and ')} and t.state = any(${inStates})
       order by ${sortedBy(order)} limit ${first} offset ${skipped}`,
      values,
    );
    return rows.map(toSummary);
  }
}

function sortedBy({ by, isDescending }: WorklistOrder): string {
  const way = isDescending ? 'desc' : 'asc';
  return by === 'name'
    ? `y.name_key ${way}, y.first_name_key ${way}, t.state_on, t.id`
    : `t.state_on ${way}, t.id ${way}`;
}

/** One condition for the list and for its counts; names come from here, values travel apart (SEC-27). */
function conditionsOf(filter: WorklistFilter): { conditions: string[]; values: SqlValue[] } {
  const values: SqlValue[] = [];
  const conditions = ['true'];
  const add = (sql: (place: string) => string, value: SqlValue | undefined): void => {
    if (value === undefined) return;
    values.push(value);
    conditions.push(sql(`$${values.length}`));
  };
  add((place) => `t.ml_id = ${place}`, filter.missionLocaleId);
  add((place) => `t.origin = ${place}`, filter.origin);
  add((place) => `(t.unit_file_number = ${place} or f.reference = ${place})`, filter.number);
  add((place) => UNANSWERED.replace('?', place), filter.unansweredSince);
  for (const word of filter.nameWords ?? []) {
    add((place) => `t.person_id in (${NAMED.replaceAll('?', place)})`, word);
  }
  return { conditions, values };
}

/** A referral that was withdrawn, or said to be without an answer, is chased no more. */
const UNANSWERED = `(f.state in ('submitted', 'received') and f.referred_on <= ?
  and t.state in ('received', 'in-evaluation', 'convoked'))`;

/** Keys hold letters only, and so do the words looked for: accents, case and hyphens do not count. */
const NAMED = `select p.id from app.young_person p
  where position(? in p.name_key) > 0 or position(? in p.first_name_key) > 0`;
