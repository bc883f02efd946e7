import { Injectable } from '@nestjs/common';
import { grownUpText } from '../../people/index.js';
import { rowsOf } from '../../platform/database/index.js';
import { RETURN_VIEWS, type ReturnSection } from '../domain/return-views.rules.js';
import {
  ReturnWorklist,
  type Range,
  type ReturnReader,
  type ReturnSummary,
} from '../use-cases/ports.js';
import {
  LISTED,
  PERSON,
  SHOWN,
  toSummary,
  unreadBy,
  type ReturnSummaryRow,
} from './return-rows.js';

const VIEWS = Object.keys(RETURN_VIEWS) as ReturnSection[];

/** Who looks, on which day: born after the last is under age. */
const LOOKED_AT = `cross join (select $1::date as today, $2::text as reader, $3::text as grown) q`;

/** A birth date that is not known to the day is taken as late as may be: in doubt, a minor. */
const IS_MINOR = `(replace(y.birth_date, '-00', '-99') > q.grown)`;

/** The returns in PostgreSQL; row-level security leaves those of the caller. */
@Injectable()
export class DatabaseReturnWorklist extends ReturnWorklist {
  override async counts(reader: ReturnReader): Promise<Readonly<Record<ReturnSection, number>>> {
    const each = VIEWS.map(
      (view) => `count(*) filter (where ${inView(view, reader)}) as "${view}"`,
    );
    const [row] = await rowsOf<Record<ReturnSection, number>>(
      `select ${each.join(', ')} from app.return_episode t ${LOOKED_AT}`,
      valuesOf(reader),
    );
    const counted = VIEWS.map((view) => [view, Number(row?.[view] ?? 0)] as const);
    return Object.fromEntries(counted) as Record<ReturnSection, number>;
  }

  override async page(
    view: ReturnSection,
    reader: ReturnReader,
    { limit, offset }: Range,
  ): Promise<ReturnSummary[]> {
    const rows = await rowsOf<ReturnSummaryRow>(
      `select ${SHOWN} ${LISTED} left join app.young_person y on y.id = ${PERSON} ${LOOKED_AT}
       where ${inView(view, reader)} order by ${sorted(view)} limit $4 offset $5`,
      [...valuesOf(reader), limit, offset],
    );
    return rows.map(toSummary);
  }
}

/** What is in a view: the same words for its list and for its count. */
function inView(view: ReturnSection, { readerId }: ReturnReader): string {
  const states = RETURN_VIEWS[view].map((state) => `'${state}'`).join(', ');
  const inState = `t.state in (${states})`;
  if (view === 'late') return `(${inState} and t.due_on < q.today)`;
  if (view === 'unattached') return `(${inState} and t.ml_id is null)`;
  // Marks are the unit's: a mission locale has none, and may not look at them.
  if (view === 'news') return readerId === null ? 'false' : unreadBy('q.reader');
  return `(${inState})`;
}

/** Who comes first: a minor, then who waits longest past the date; what is over, the latest first. */
function sorted(view: ReturnSection): string {
  return view === 'over' || view === 'news'
    ? 't.updated_at desc, t.id'
    : `${IS_MINOR} desc, t.due_on, t.id`;
}

function valuesOf({ today, readerId }: ReturnReader): [string, string | null, string] {
  return [today, readerId, grownUpText(today)];
}
