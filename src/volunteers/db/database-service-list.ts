import { Injectable } from '@nestjs/common';
import type { LocalDate } from '../../kernel/index.js';
import { rowsOf, type SqlValue } from '../../platform/database/index.js';
import type { ViewLimits } from '../domain/service-views.rules.js';
import type { VolunteerState } from '../domain/volunteer.js';
import {
  ServiceList,
  type AwaitedIncorporation,
  type Range,
  type ServiceCounts,
  type ServiceSearch,
  type ServiceView,
  type VolunteerSummary,
} from '../use-cases/ports.js';
import { SUMMARY, toSummary, type VolunteerSummaryRow } from './volunteer-rows.js';

interface AwaitedRow {
  candidacy_id: string;
  person_id: string;
  ml_id: string | null;
  origin: string;
  unit_file_number: string | null;
  unit_id: string;
  planned_incorporation_on: LocalDate | null;
}

interface CountedRow {
  state: VolunteerState;
  total: number;
  presence: number;
  ends: number;
}

/** A closed file still awaits its day: closing says that no more is expected of the assessment. */
const AWAITED = `from app.candidacy c left join app.referral f on f.id = c.referral_id
  where c.state in ('decided', 'closed') and c.outcome_code = 'APTE_RETENU'
    and not exists (select from app.volunteer v where v.candidacy_id = c.id)`;

const AWAITED_SHOWN = `c.id as candidacy_id, c.person_id, c.ml_id, c.unit_id, c.origin,
  c.unit_file_number, c.planned_incorporation_on`;

/** The list of services in PostgreSQL; row-level security leaves those of the caller. */
@Injectable()
export class DatabaseServiceList extends ServiceList {
  override async counts(search: ServiceSearch, limits: ViewLimits): Promise<ServiceCounts> {
    const { sql, values } = conditionOf(search, 't.person_id');
    const [presence, ends] = (['presence', 'ends'] as const).map((shown) =>
      viewCondition(shown, limits, values),
    );
    const rows = await rowsOf<CountedRow>(
      `select t.state, count(*) as total, count(*) filter (where ${presence}) as presence,
         count(*) filter (where ${ends}) as ends
       from app.volunteer t join app.candidacy c on c.id = t.candidacy_id
       left join app.referral f on f.id = t.referral_id where ${sql} group by t.state`,
      values,
    );
    const sumOf = (key: 'presence' | 'ends') =>
      rows.reduce((sum, row) => sum + Number(row[key]), 0);
    return {
      byState: new Map(rows.map(({ state, total }) => [state, Number(total)])),
      presence: sumOf('presence'),
      ends: sumOf('ends'),
    };
  }

  override async page(
    search: ServiceSearch,
    { shown, limits }: { readonly shown: ServiceView; readonly limits: ViewLimits },
    { limit, offset }: Range,
  ): Promise<VolunteerSummary[]> {
    const { sql, values } = conditionOf(search, 't.person_id');
    const inView = viewCondition(shown, limits, values);
    values.push(limit, offset);
    const [first, skipped] = [1, 0].map((back) => `$${values.length - back}`);
    const rows = await rowsOf<VolunteerSummaryRow>(
      `${SUMMARY} where ${sql} and ${inView}
       order by case when t.state = 'exited' then 1 else 0 end,
         case when t.state <> 'exited' then coalesce(t.exited_on, t.planned_end_on) end nulls last,
         t.exited_on desc, t.id limit ${first} offset ${skipped}`,
      values,
    );
    return rows.map(toSummary);
  }

  override async awaited(
    search: ServiceSearch,
    { limit, offset }: Range,
  ): Promise<{ items: AwaitedIncorporation[]; total: number }> {
    const { sql, values } = conditionOf(search, 'c.person_id');
    const [counted] = await rowsOf<{ total: number }>(
      `select count(*) as total ${AWAITED} and ${sql}`,
      values,
    );
    values.push(limit, offset);
    const rows = await rowsOf<AwaitedRow>(
      `select ${AWAITED_SHOWN} ${AWAITED} and ${sql}
       order by c.planned_incorporation_on nulls last, c.id
       limit $${values.length - 1} offset $${values.length}`,
      values,
    );
    return { items: rows.map(toAwaited), total: Number(counted?.total ?? 0) };
  }

  override async awaitedOf(personId: string): Promise<AwaitedIncorporation[]> {
    const rows = await rowsOf<AwaitedRow>(
      `select ${AWAITED_SHOWN} ${AWAITED}
         and c.person_id in (select s.file_id from app.files_of(array[$1::uuid]) s)
       order by c.planned_incorporation_on nulls last, c.id`,
      [personId],
    );
    return rows.map(toAwaited);
  }
}

function toAwaited(row: AwaitedRow): AwaitedIncorporation {
  return {
    candidacyId: row.candidacy_id,
    personId: row.person_id,
    missionLocaleId: row.ml_id,
    unitId: row.unit_id,
    origin: row.origin,
    unitFileNumber: row.unit_file_number,
    plannedIncorporationOn: row.planned_incorporation_on,
  };
}

/**
 * Which services a view shows. A month is told of whoever has a mission locale to tell, from the
 * month of incorporation on; an end is near until the unit says, or announces, how it ends.
 */
function viewCondition(shown: ServiceView, limits: ViewLimits, values: SqlValue[]): string {
  const place = (value: SqlValue) => `$${values.push(value)}`;
  if (shown === 'ends') {
    return `t.state = 'in-service' and t.exited_on is null
      and t.planned_end_on <= ${place(limits.endsBy)}`;
  }
  if (shown !== 'presence') return `t.state = any(${place([...shown])})`;
  const month = place(limits.presenceOf);
  return `t.state = 'in-service' and t.ml_id is not null
    and to_char(t.incorporated_on, 'YYYY-MM') <= ${month}
    and coalesce(t.presence_month, '') < ${month}`;
}

/** One condition for a list and its counts; names come from here, values travel apart (SEC-27). */
function conditionOf(
  { number, nameWords = [] }: ServiceSearch,
  person: string,
): { sql: string; values: SqlValue[] } {
  const values: SqlValue[] = [];
  const conditions = ['true'];
  if (number !== undefined) {
    values.push(number);
    conditions.push('(c.unit_file_number = $1 or f.reference = $1)');
  }
  for (const word of nameWords) {
    values.push(word);
    const place = `$${values.length}`;
    conditions.push(`${person} in (select p.id from app.young_person p
      where position(${place} in p.name_key) > 0 or position(${place} in p.first_name_key) > 0)`);
  }
  return { sql: conditions.join(' and '), values };
}
