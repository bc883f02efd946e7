import { Injectable } from '@nestjs/common';
import type { LocalDate } from '../../kernel/index.js';
import { rowsOf } from '../../platform/database/index.js';
import type { CutFacts } from '../domain/figures.js';
import type { DelayCode } from '../domain/indicators.js';
import { FigureQueries } from '../use-cases/ports.js';

interface CountRow {
  population: string;
  unit_id: string | null;
  one: string | null;
  two: string | null;
  three: string | null;
  total: string;
}

interface DelayRow {
  delay: DelayCode;
  unit_id: string;
  days: number;
  total: string;
}

/** Counting everyone takes longer than any other page may: a minute for each statement (ADR 0057). */
const LIMIT_MS = 60_000;

/** The functions that count for national bodies (ADR 0035). */
@Injectable()
export class DatabaseFigureQueries extends FigureQueries {
  override async of(firstOn: LocalDate, lastOn: LocalDate): Promise<CutFacts> {
    // The plan of a period, made for that period: one for any would look up each file by itself.
    await rowsOf(`select set_config('plan_cache_mode', 'force_custom_plan', true)`);
    await rowsOf(
      `select set_config('statement_timeout', $1, true) from pg_settings
       where name = 'statement_timeout' and setting::int between 1 and $1::int`,
      [String(LIMIT_MS)],
    );
    const counts = await rowsOf<CountRow>(
      `select population, unit_id, one, two, three, total from app.committee_counts($1::date, $2::date)
       union all
       select population, unit_id, one, two, three, total from app.committee_answers($1::date, $2::date)
       union all
       select population, unit_id, one, two, three, total from app.committee_outreach($1::date, $2::date)
       union all
       select population, unit_id, one, two, three, total from app.committee_silences($1::date, $2::date)`,
      [firstOn, lastOn],
    );
    const delays = await rowsOf<DelayRow>(
      'select delay, unit_id, days, total from app.committee_delays($1::date, $2::date)',
      [firstOn, lastOn],
    );
    return {
      counts: counts.map(({ population, unit_id, one, two, three, total }) => ({
        population,
        unitId: unit_id,
        headings: [one, two, three].filter((heading) => heading !== null),
        total: Number(total),
      })),
      delays: delays.map(({ delay, unit_id, days, total }) => ({
        delay,
        unitId: unit_id,
        days,
        total: Number(total),
      })),
    };
  }
}
