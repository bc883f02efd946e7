import { Injectable } from '@nestjs/common';
import type { Instant, LocalDate } from '../../kernel/index.js';
import { rowsOf, type SqlValue } from '../../platform/database/index.js';
import type { ReturnAnswer } from '../domain/code-lists.js';
import type { ReturnCause, ReturnState } from '../domain/return-episode.js';
import {
  ReturnQueries,
  type ReturnEvent,
  type ReturnFilter,
  type ReturnSummary,
} from '../use-cases/ports.js';
import { LISTED, SHOWN, toSummary, type ReturnSummaryRow } from './return-rows.js';

interface EventRow {
  command: string;
  from_state: ReturnState | null;
  to_state: ReturnState;
  effective_on: LocalDate;
  recorded_at: Instant;
  acting_role: string;
  organisation_id: string | null;
  channel: string;
  answer_code: ReturnAnswer | null;
  contacted_on: LocalDate | null;
  cause: ReturnCause | null;
  ends_on: LocalDate;
}

/** Lists and details of returns. The same condition makes a list and its total. */
@Injectable()
export class DatabaseReturnQueries extends ReturnQueries {
  override async page(
    filter: ReturnFilter,
    limit: number,
    after: { createdAt: Instant; id: string } | null,
  ): Promise<{ items: ReturnSummary[]; total: number }> {
    const { conditions, values } = conditionsOf(filter);
    const [counted] = await rowsOf<{ total: number }>(
      `select count(*) as total ${LISTED} where ${conditions.join(' and ')}`,
      values,
    );
    if (after) {
      values.push(after.createdAt, after.id);
      conditions.push(`(t.created_at, t.id) < ($${values.length - 1}, $${values.length})`);
    }
    const rows = await rowsOf<ReturnSummaryRow>(
      `select ${SHOWN} ${LISTED} where ${conditions.join(' and ')}
       order by t.created_at desc, t.id desc limit ${limit}`,
      values,
    );
    return { items: rows.map(toSummary), total: Number(counted?.total ?? 0) };
  }

  override async one(id: string): Promise<ReturnSummary | null> {
    const [row] = await rowsOf<ReturnSummaryRow>(`select ${SHOWN} ${LISTED} where t.id = $1`, [id]);
    return row ? toSummary(row) : null;
  }

  override async history(id: string): Promise<ReturnEvent[]> {
    const rows = await rowsOf<EventRow>(
      `select command, from_state, to_state, effective_on, recorded_at, acting_role,
         organisation_id, channel, answer_code, contacted_on, cause, ends_on
       from app.return_transition where episode_id = $1 order by recorded_at, id`,
      [id],
    );
    return rows.map((row) => ({
      command: row.command,
      from: row.from_state,
      to: row.to_state,
      effectiveOn: row.effective_on,
      recordedAt: row.recorded_at,
      role: row.acting_role,
      organisationId: row.organisation_id,
      channel: row.channel,
      answer: row.answer_code,
      contactedOn: row.contacted_on,
      cause: row.cause,
      endsOn: row.ends_on,
    }));
  }
}

function conditionsOf(filter: ReturnFilter): { conditions: string[]; values: SqlValue[] } {
  const values: SqlValue[] = [];
  const conditions = ['true'];
  const add = (sql: (place: string) => string, value: SqlValue | undefined): void => {
    if (value === undefined) return;
    values.push(value);
    conditions.push(sql(`$${values.length}`));
  };
  add((place) => `t.state = any(${place})`, filter.states);
  add((place) => `t.ml_id = ${place}`, filter.missionLocaleId);
  add((place) => `t.unit_id = ${place}`, filter.unitId);
  add((place) => `t.volunteer_id = ${place}`, filter.volunteerId);
  add((place) => `t.id in (${ofPerson(place)})`, filter.personId);
  add((place) => `f.reference = ${place}`, filter.reference);
  add((place) => `t.state in ('open', 'acknowledged') and t.due_on < ${place}`, filter.lateOn);
  return { conditions, values };
}

/** The returns of the services of somebody, and those that their mission locale accepted for them. */
function ofPerson(place: string): string {
  return `select e.id from app.files_of(array[${place}::uuid]) s
      join app.volunteer w on w.person_id = s.file_id
      join app.return_episode e on e.unit_id = w.unit_id and e.volunteer_id = w.id
    union all
    select a.successor_id from app.files_of(array[${place}::uuid]) s
      join app.return_transfer a on a.accepted_person_id = s.file_id`;
}
