import type { ScopedStatement, SqlValue } from '../../platform/database/index.js';
import type { Showing } from '../domain/reading-bound.rules.js';
import { AUDIT_COLUMNS, type AuditRow } from './audit-row.js';

/** What the database says of a showing. */
export interface CountAnswer {
  readonly is_admitted: boolean;
  /** Files that the account opened in the last ten minutes. */
  readonly opened_lately: number;
  /** Seconds until there is room for somebody else. */
  readonly retry_after: number;
}

/** A showing, and how many young people the account may be shown. */
export interface BoundShowing extends Showing {
  readonly bound: number;
}

const NAMES = Object.keys(AUDIT_COLUMNS).join(', ');
const DEFINITION = Object.entries(AUDIT_COLUMNS).map(([name, type]) => `${name} ${type}`);

/** Lines of the journal, given as one JSON value. */
export const INSERT_LINES = `insert into app.audit_event (${NAMES})
  select ${NAMES} from jsonb_to_recordset($1::jsonb) as r(${DEFINITION.join(', ')})`;

const COUNT = (first: number): string =>
  `select * from app.count_people_read(${['uuid', 'uuid', 'uuid[]', 'boolean', 'timestamptz', 'int']
    .map((type, index) => `$${first + index}::${type}`)
    .join(', ')})`;

/** Counts; the answer is one row. */
export const COUNT_PEOPLE = COUNT(1);

/** Counts, and keeps the lines of the journal only when the showing is admitted: what was not shown was not read. */
const COUNT_AND_INSERT = `with counted as materialized (${COUNT(2)}),
  kept as (${INSERT_LINES}, counted where counted.is_admitted)
  select * from counted`;

/** The values of `COUNT_PEOPLE`. */
export function countValues({ actor, people, isOpening, at, bound }: BoundShowing): SqlValue[] {
  return [actor.id, actor.organisation.id, people, isOpening, at, bound];
}

/** One statement that counts a showing and keeps its lines. */
export function countedLines(
  scope: ScopedStatement['scope'],
  rows: readonly AuditRow[],
  showing: BoundShowing,
): ScopedStatement {
  return {
    scope,
    sql: COUNT_AND_INSERT,
    values: [JSON.stringify(rows), ...countValues(showing)],
  };
}
