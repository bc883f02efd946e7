import { Injectable } from '@nestjs/common';
import type { LocalDate } from '../../kernel/index.js';
import {
  Conditions,
  countOf,
  latest,
  rowsOf,
  type RowPosition,
  TRANSITION_FIELDS,
  transitionOf,
  type TransitionRow,
} from '../../platform/database/index.js';
import type { ReturnAnswer } from '../domain/code-lists.js';
import type { ReturnCause, ReturnState } from '../domain/return-episode.js';
import {
  ReturnQueries,
  type ReturnEvent,
  type ReturnFilter,
  type ReturnSummary,
} from '../use-cases/ports.js';
import { LISTED, SHOWN, toSummary, type ReturnSummaryRow } from './return-rows.js';

interface EventRow extends TransitionRow<ReturnState> {
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
    after: RowPosition | null,
  ): Promise<{ items: ReturnSummary[]; total: number }> {
    const conditions = conditionsOf(filter);
    const total = await countOf(LISTED, conditions);
    conditions.after(after);
    const rows = await rowsOf<ReturnSummaryRow>(
      `select ${SHOWN} ${LISTED} ${conditions.where} ${latest(limit)}`,
      conditions.values,
    );
    return { items: rows.map(toSummary), total };
  }

  override async one(id: string): Promise<ReturnSummary | null> {
    const [row] = await rowsOf<ReturnSummaryRow>(`select ${SHOWN} ${LISTED} where t.id = $1`, [id]);
    return row ? toSummary(row) : null;
  }

  override async history(id: string): Promise<ReturnEvent[]> {
    const rows = await rowsOf<EventRow>(
      `select ${TRANSITION_FIELDS}, answer_code, contacted_on, cause, ends_on
       from app.return_transition where episode_id = $1 order by recorded_at, id`,
      [id],
    );
    return rows.map((row) => ({
      ...transitionOf(row),
      answer: row.answer_code,
      contactedOn: row.contacted_on,
      cause: row.cause,
      endsOn: row.ends_on,
    }));
  }
}

function conditionsOf(filter: ReturnFilter): Conditions {
  return new Conditions()
    .add((place) => `t.state = any(${place})`, filter.states)
    .add((place) => `t.ml_id = ${place}`, filter.missionLocaleId)
    .add((place) => `t.unit_id = ${place}`, filter.unitId)
    .add((place) => `t.volunteer_id = ${place}`, filter.volunteerId)
    .add((place) => `t.id in (${ofPerson(place)})`, filter.personId)
    .add((place) => `f.reference = ${place}`, filter.reference)
    .add((place) => `t.state in ('open', 'acknowledged') and t.due_on < ${place}`, filter.lateOn);
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
