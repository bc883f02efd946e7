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
import type { Volunteer, VolunteerState } from '../domain/volunteer.js';
import {
  VolunteerQueries,
  type VolunteerEvent,
  type VolunteerFilter,
  type VolunteerSummary,
} from '../use-cases/ports.js';
import {
  SELECTED,
  SUMMARY,
  toSummary,
  toVolunteer,
  type VolunteerRow,
  type VolunteerSummaryRow,
} from './volunteer-rows.js';

/** Lists and details of services. The same condition makes a list and its total. */
@Injectable()
export class DatabaseVolunteerQueries extends VolunteerQueries {
  override async page(
    filter: VolunteerFilter,
    limit: number,
    after: RowPosition | null,
  ): Promise<{ items: VolunteerSummary[]; total: number }> {
    const conditions = conditionsOf(filter);
    const total = await countOf(
      `from app.volunteer t join app.candidacy c on c.id = t.candidacy_id
       left join app.referral f on f.id = t.referral_id`,
      conditions,
    );
    conditions.after(after);
    const rows = await rowsOf<VolunteerSummaryRow>(
      `${SUMMARY} ${conditions.where} ${latest(limit)}`,
      conditions.values,
    );
    return { items: rows.map(toSummary), total };
  }

  override async one(id: string): Promise<VolunteerSummary | null> {
    const [row] = await rowsOf<VolunteerSummaryRow>(`${SUMMARY} where t.id = $1`, [id]);
    return row ? toSummary(row) : null;
  }

  override async history(id: string): Promise<VolunteerEvent[]> {
    const rows = await rowsOf<TransitionRow<VolunteerState>>(
      `select ${TRANSITION_FIELDS}
       from app.volunteer_transition where volunteer_id = $1 order by recorded_at, id`,
      [id],
    );
    return rows.map(transitionOf);
  }

  override async exitsDue(unitId: string, today: LocalDate): Promise<Volunteer[]> {
    const rows = await rowsOf<VolunteerRow>(
      `select ${SELECTED} from app.volunteer t
       where t.unit_id = $1 and t.state = 'in-service' and t.exited_on <= $2`,
      [unitId, today],
    );
    return rows.map(toVolunteer);
  }
}

function conditionsOf(filter: VolunteerFilter): Conditions {
  return new Conditions()
    .add((place) => `t.state = any(${place})`, filter.states)
    .add((place) => `f.reference = ${place}`, filter.reference)
    .add((place) => `c.unit_file_number = ${place}`, filter.unitFileNumber)
    .add((place) => `t.ml_id = ${place}`, filter.missionLocaleId)
    .add((place) => `t.unit_id = ${place}`, filter.unitId)
    .add(
      (place) => `t.person_id in (select s.file_id from app.files_of(array[${place}::uuid]) s)`,
      filter.personId,
    )
    .add((place) => `least(t.exited_on, t.planned_end_on) <= ${place}`, filter.endsBy);
}
