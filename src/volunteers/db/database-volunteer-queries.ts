import { Injectable } from '@nestjs/common';
import type { Instant, LocalDate } from '../../kernel/index.js';
import { rowsOf, type SqlValue } from '../../platform/database/index.js';
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

interface EventRow {
  command: string;
  from_state: VolunteerState | null;
  to_state: VolunteerState;
  effective_on: LocalDate;
  recorded_at: Instant;
  acting_role: string;
  organisation_id: string | null;
  channel: string;
}

/** Lists and details of services. The same condition makes a list and its total. */
@Injectable()
export class DatabaseVolunteerQueries extends VolunteerQueries {
  override async page(
    filter: VolunteerFilter,
    limit: number,
    after: { createdAt: Instant; id: string } | null,
  ): Promise<{ items: VolunteerSummary[]; total: number }> {
    const { conditions, values } = conditionsOf(filter);
    const [counted] = await rowsOf<{ total: number }>(
      `select count(*) as total from app.volunteer t join app.candidacy c on c.id = t.candidacy_id
       left join app.referral f on f.id = t.referral_id where ${conditions.join(' and ')}`,
      values,
    );
    if (after) {
      values.push(after.createdAt, after.id);
      conditions.push(`(t.created_at, t.id) < ($${values.length - 1}, $${values.length})`);
    }
    const rows = await rowsOf<VolunteerSummaryRow>(
      `${SUMMARY} where ${conditions.join(' and ')}
       order by t.created_at desc, t.id desc limit ${limit}`,
      values,
    );
    return { items: rows.map(toSummary), total: counted?.total ?? 0 };
  }

  override async one(id: string): Promise<VolunteerSummary | null> {
    const [row] = await rowsOf<VolunteerSummaryRow>(`${SUMMARY} where t.id = $1`, [id]);
    return row ? toSummary(row) : null;
  }

  override async history(id: string): Promise<VolunteerEvent[]> {
    const rows = await rowsOf<EventRow>(
      `select command, from_state, to_state, effective_on, recorded_at, acting_role, organisation_id,
         channel
       from app.volunteer_transition where volunteer_id = $1 order by recorded_at, id`,
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
    }));
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

function conditionsOf(filter: VolunteerFilter): { conditions: string[]; values: SqlValue[] } {
  const values: SqlValue[] = [];
  const conditions = ['true'];
  const add = (sql: (place: string) => string, value: SqlValue | undefined): void => {
    if (value === undefined) return;
    values.push(value);
    conditions.push(sql(`$${values.length}`));
  };
  add((place) => `t.state = any(${place})`, filter.states);
  add((place) => `f.reference = ${place}`, filter.reference);
  add((place) => `c.unit_file_number = ${place}`, filter.unitFileNumber);
  add((place) => `t.ml_id = ${place}`, filter.missionLocaleId);
  add((place) => `t.unit_id = ${place}`, filter.unitId);
  add(
    (place) => `t.person_id in (select s.file_id from app.files_of(array[${place}::uuid]) s)`,
    filter.personId,
  );
  add((place) => `least(t.exited_on, t.planned_end_on) <= ${place}`, filter.endsBy);
  return { conditions, values };
}
