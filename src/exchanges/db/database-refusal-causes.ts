import { Injectable } from '@nestjs/common';
import { currentManager } from '../../platform/database/index.js';
import type { ExchangeFile } from '../domain/exchange-file.js';
import { RefusalCauses, type OrphanRow } from '../use-cases/refusal-causes.js';

/** Earlier files in which a cause is looked for: two years of months. */
const FILES = 24;

// A row that names an unknown record is no cause, unless it follows from one itself.
const CAUSES = `with orphan as (
    select * from unnest($1::int[], $2::text[]) o (line, natural_key)),
  told as (
    select id, file_name, sequence from app.exchange_file
    where org_id = $3 and flow = $4 and mode = $5 and sequence <= $6
      and (state in ('applied', 'closed') or id = $7)
    order by sequence desc limit ${FILES})
  select distinct on (o.line) o.line,
    coalesce(a.cascade_of, t.file_name || ':' || r.line || ':' || coalesce(a.rule, a.code)) as cause
  from orphan o
  join app.exchange_row r on r.natural_key = o.natural_key and r.state = 'R'
  join told t on t.id = r.file_id
  join app.exchange_anomaly a on a.file_id = t.id and a.line = r.line
  where (t.sequence < $6 or r.line < o.line) and a.level = 'BLOQUANT_LIGNE'
    and (a.code <> 'REFERENCE_INCONNUE' or a.cascade_of is not null)
  order by o.line, t.sequence desc, r.line desc, a.number`;

/** Refused rows in PostgreSQL; row-level security shows those of their emitter alone. */
@Injectable()
export class DatabaseRefusalCauses extends RefusalCauses {
  override async of(
    { id, organisationId, place }: ExchangeFile,
    orphans: readonly OrphanRow[],
  ): Promise<ReadonlyMap<number, string>> {
    if (!place || orphans.length === 0) return new Map();
    const rows: { line: number; cause: string }[] = await currentManager().query(CAUSES, [
      orphans.map(({ line }) => line),
      orphans.map(({ naturalKey }) => naturalKey),
      organisationId,
      place.flow,
      place.mode,
      place.sequence,
      id,
    ]);
    return new Map(rows.map(({ line, cause }) => [line, cause]));
  }
}
