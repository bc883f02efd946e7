import { Injectable } from '@nestjs/common';
import type { LocalDate } from '../../kernel/index.js';
import { rowsOf } from '../../platform/database/index.js';
import {
  Convocations,
  type CandidacySummary,
  type ConvocationDay,
  type Range,
} from '../use-cases/ports.js';
import { NAMED_SUMMARY, SUMMARY, toSummary, type CandidacySummaryRow } from './candidacy-rows.js';

/** A file that says it is convoked and not since when is of the day of that state. */
const DAY = `coalesce(t.convoked_on, case when t.state = 'convoked' then t.state_on end)`;
const WAITING = `from app.candidacy t where t.state = 'convoked'`;
const CONVOKED_ON = `t.state in ('convoked', 'decided') and ${DAY} = $1`;

/** Days of convocation in PostgreSQL; row-level security leaves the files of the caller's unit. */
@Injectable()
export class DatabaseConvocations extends Convocations {
  override async waiting({
    limit,
    offset,
  }: Range): Promise<{ days: ConvocationDay[]; total: number }> {
    const [counted] = await rowsOf<{ total: number }>(
      `select count(distinct ${DAY}) as total ${WAITING}`,
    );
    const days = await rowsOf<ConvocationDay>(
      `select ${DAY} as "on", count(*) as waiting ${WAITING}
       group by 1 order by 1 limit $1 offset $2`,
      [limit, offset],
    );
    return {
      days: days.map(({ on, waiting }) => ({ on, waiting: Number(waiting) })),
      total: Number(counted?.total ?? 0),
    };
  }

  override async of(
    day: LocalDate,
    { limit, offset }: Range,
  ): Promise<{ items: CandidacySummary[]; total: number; waiting: number }> {
    const [counted] = await rowsOf<{ total: number; waiting: number }>(
      `select count(*) as total, count(*) filter (where t.state = 'convoked') as waiting
       from app.candidacy t where ${CONVOKED_ON}`,
      [day],
    );
    const rows = await rowsOf<CandidacySummaryRow>(
      `${NAMED_SUMMARY} where ${CONVOKED_ON}
       order by y.name_key, y.first_name_key, t.id limit $2 offset $3`,
      [day, limit, offset],
    );
    return {
      items: rows.map(toSummary),
      total: Number(counted?.total ?? 0),
      waiting: Number(counted?.waiting ?? 0),
    };
  }

  override async byIds(ids: readonly string[]): Promise<CandidacySummary[]> {
    const rows = await rowsOf<CandidacySummaryRow>(`${SUMMARY} where t.id = any($1::uuid[])`, [
      ids,
    ]);
    return rows.map(toSummary);
  }
}
