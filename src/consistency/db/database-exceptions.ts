import { Injectable } from '@nestjs/common';
import { codesOf, type LocalDate } from '../../kernel/index.js';
import { rowsOf, type SqlValue } from '../../platform/database/index.js';
import {
  EXIT_REASONS,
  EXIT_SITUATIONS,
  isDropout,
  isSolution,
  recordedReason,
} from '../../volunteers/index.js';
import {
  EXCEPTION_RULES,
  EXCEPTION_RULE_CODES,
  type ConsistencyException,
  type ExceptionRule,
} from '../domain/exception-rules.js';
import { Exceptions, type ExceptionSearch, type Range } from '../use-cases/ports.js';
import { EXCEPTION_QUERIES } from './exception-queries.js';

interface ExceptionRow {
  rule: ExceptionRule;
  record_id: string;
  person_id: string | null;
  since: LocalDate;
}

const DROPOUTS = codesOf(EXIT_REASONS).filter((code) =>
  isDropout({ reason: recordedReason(code) }),
);
const NO_SOLUTIONS = codesOf(EXIT_SITUATIONS).filter((code) => !isSolution(code));

/** Exceptions in PostgreSQL, rule by rule, each over the rows of one organisation. */
@Injectable()
export class DatabaseExceptions extends Exceptions {
  override async counts(search: ExceptionSearch): Promise<ReadonlyMap<ExceptionRule, number>> {
    const rows = await rowsOf<{ rule: ExceptionRule; total: number }>(
      `select x.rule, count(*) as total from (${allOf(search)}) x group by x.rule`,
      valuesOf(search),
    );
    return new Map(rows.map(({ rule, total }) => [rule, Number(total)]));
  }

  override async page(
    search: ExceptionSearch,
    { limit, offset }: Range,
  ): Promise<ConsistencyException[]> {
    const rows = await rowsOf<ExceptionRow>(
      `select x.* from (${allOf(search)}) x order by x.since, x.record_id, x.rule limit $9 offset $10`,
      [...valuesOf(search), limit, offset],
    );
    return rows.map((row) => ({
      rule: row.rule,
      record: EXCEPTION_QUERIES[row.rule].record,
      recordId: row.record_id,
      personId: row.person_id,
      since: row.since,
    }));
  }
}

/** The rules that the side can repair; those of the other side would find rows that it only reads. */
function allOf({ side }: ExceptionSearch): string {
  const own = EXCEPTION_RULE_CODES.filter((rule) => EXCEPTION_RULES[rule] === side);
  const each = own.map(
    (rule) =>
      `select '${rule}' as rule, q.record_id, q.person_id, q.since from (${EXCEPTION_QUERIES[rule].sql}) q`,
  );
  // Every parameter has a type, even where no rule of the side uses it.
  return `${each.join('\nunion all\n')}
    union all select '', $1::uuid, $1::uuid, $2::date where false
      and ($3::date, $4::date, $5::date, $6::text[], $7::text[], $8::date) is null`;
}

function valuesOf({ organisationId, days }: ExceptionSearch): SqlValue[] {
  const { today, incorporation, postponement, end, invitation } = days;
  return [
    ...[organisationId, today, incorporation, postponement, end],
    ...[DROPOUTS, NO_SOLUTIONS, invitation],
  ];
}
