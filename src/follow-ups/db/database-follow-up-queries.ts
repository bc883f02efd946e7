import { Injectable } from '@nestjs/common';
import type { Instant, LocalDate } from '../../kernel/index.js';
import { rowsOf, type SqlValue } from '../../platform/database/index.js';
import { MILESTONES, NO_REPLY, type FollowUpSource, type Milestone } from '../domain/code-lists.js';
import {
  FOLLOW_UP_STATES,
  MILESTONE_MONTHS,
  WINDOW_DAYS,
  type FollowUpState,
} from '../domain/milestone.rules.js';
import { responseRate, type ResponseRate } from '../domain/response-rate.rules.js';
import {
  FollowUpQueries,
  type FollowUpEvent,
  type FollowUpFilter,
  type FollowUpPosition,
  type FollowUpSummary,
  type Range,
} from '../use-cases/ports.js';
import { toFollowUp } from './follow-up-rows.js';

type SummaryRow = {
  volunteer_id: string;
  person_id: string;
  unit_id: string;
  ml_id: string;
  reference: string | null;
  unit_file_number: string | null;
  exited_on: LocalDate;
  exit_situation: string | null;
  milestone: Milestone;
  today: LocalDate;
  id: string | null;
  situation: string | null;
  situation_started_on: LocalDate | null;
  source: FollowUpSource | null;
  observed_on: LocalDate | null;
  version: number | null;
};

type EventRow = {
  command: string;
  situation: string;
  situation_started_on: LocalDate | null;
  source: FollowUpSource;
  effective_on: LocalDate;
  recorded_at: Instant;
  acting_role: string;
  organisation_id: string | null;
  channel: string;
};

const MONTHS = MILESTONES.values.map(({ code }) => `('${code}', ${MILESTONE_MONTHS[code]})`);

// The rules of milestone.rules.ts said to the database, on the day of each mission locale ($1: now).
const MILESTONES_OF_EXITS = `from app.volunteer v
  join app.organisation o on o.id = v.ml_id
  cross join (values ${MONTHS.join(', ')}) m (milestone, months)
  cross join lateral (
    select (v.exited_on + make_interval(months => m.months))::date as due_on,
      ($1::timestamptz at time zone o.time_zone)::date as today) d
  left join app.follow_up a on a.volunteer_id = v.id and a.milestone = m.milestone
    and not a.is_taken_back
  cross join lateral (select case
    when a.observed_on between d.due_on - ${WINDOW_DAYS} and d.due_on + ${WINDOW_DAYS} then 'answered'
    when d.today < d.due_on - ${WINDOW_DAYS} then 'upcoming'
    when d.today <= d.due_on + ${WINDOW_DAYS} then 'open'
    else 'closed' end as state) s`;

const NAMED = `left join app.candidacy c on c.id = v.candidacy_id
  left join app.referral f on f.id = v.referral_id`;

const LEFT = `v.state = 'exited'`;

const SHOWN = `v.id as volunteer_id, v.person_id, v.unit_id, v.ml_id, f.reference, c.unit_file_number,
  v.exited_on, v.exit_situation, m.milestone, d.today, a.id, a.situation, a.situation_started_on,
  a.source, a.observed_on, a.version`;

/** Milestones in PostgreSQL; the same condition makes a list, its total and its count. */
@Injectable()
export class DatabaseFollowUpQueries extends FollowUpQueries {
  override async page(
    filter: FollowUpFilter,
    at: Instant,
    limit: number,
    after: FollowUpPosition | null,
  ): Promise<{ items: FollowUpSummary[]; total: number }> {
    const { conditions, values } = conditionsOf(filter, at);
    const [counted] = await rowsOf<{ total: number }>(
      `select count(*) as total ${MILESTONES_OF_EXITS} ${NAMED} where ${conditions.join(' and ')}`,
      values,
    );
    if (after) {
      values.push(after.dueOn, after.volunteerId, after.milestone);
      const [day, id, code] = [2, 1, 0].map((back) => `$${values.length - back}`);
      conditions.push(`(d.due_on, v.id, m.milestone) < (${day}::date, ${id}::uuid, ${code}::text)`);
    }
    const items = await summaries(
      `where ${conditions.join(' and ')}
       order by d.due_on desc, v.id desc, m.milestone desc limit ${limit}`,
      values,
    );
    return { items, total: Number(counted?.total ?? 0) };
  }

  override ofService(volunteerId: string, at: Instant): Promise<FollowUpSummary[]> {
    return summaries(`where ${LEFT} and v.id = $2 order by m.months`, [at, volunteerId]);
  }

  override async history(followUpId: string): Promise<FollowUpEvent[]> {
    const rows = await rowsOf<EventRow>(
      `select command, situation, situation_started_on, source, effective_on, recorded_at,
         acting_role, organisation_id, channel
       from app.follow_up_transition where follow_up_id = $1 order by recorded_at, id`,
      [followUpId],
    );
    return rows.map((row) => ({
      command: row.command,
      situation: row.situation,
      situationStartedOn: row.situation_started_on,
      source: row.source,
      effectiveOn: row.effective_on,
      recordedAt: row.recorded_at,
      role: row.acting_role,
      organisationId: row.organisation_id,
      channel: row.channel,
    }));
  }

  override async counts(at: Instant): Promise<Readonly<Record<FollowUpState, number>>> {
    const each = FOLLOW_UP_STATES.map(
      (state) => `count(*) filter (where s.state = '${state}') as "${state}"`,
    );
    const [row] = await rowsOf<Record<FollowUpState, number>>(
      `select ${each.join(', ')} ${MILESTONES_OF_EXITS} where ${LEFT}`,
      [at],
    );
    const counted = FOLLOW_UP_STATES.map((state) => [state, Number(row?.[state] ?? 0)] as const);
    return Object.fromEntries(counted) as Record<FollowUpState, number>;
  }

  override inState(
    state: FollowUpState,
    at: Instant,
    { limit, offset }: Range,
  ): Promise<FollowUpSummary[]> {
    const order = state === 'open' || state === 'upcoming' ? 'd.due_on' : 'd.due_on desc';
    return summaries(
      `where ${LEFT} and s.state = $2 order by ${order}, v.id, m.months limit $3 offset $4`,
      [at, state, limit, offset],
    );
  }

  override async rates(at: Instant): Promise<ResponseRate[]> {
    const rows = await rowsOf<{ milestone: Milestone; known: number; asked: number }>(
      `select m.milestone,
         count(*) filter (where s.state = 'answered' and a.source <> '${NO_REPLY}') as known,
         count(*) filter (where s.state in ('answered', 'closed')) as asked
       ${MILESTONES_OF_EXITS} where ${LEFT} group by m.milestone`,
      [at],
    );
    return MILESTONES.values.map(({ code }) => {
      const row = rows.find(({ milestone }) => milestone === code);
      return responseRate(code, Number(row?.known ?? 0), Number(row?.asked ?? 0));
    });
  }
}

async function summaries(condition: string, values: SqlValue[]): Promise<FollowUpSummary[]> {
  const rows = await rowsOf<SummaryRow>(
    `select ${SHOWN} ${MILESTONES_OF_EXITS} ${NAMED} ${condition}`,
    values,
  );
  return rows.map(toSummary);
}

function toSummary(row: SummaryRow): FollowUpSummary {
  return {
    volunteerId: row.volunteer_id,
    personId: row.person_id,
    unitId: row.unit_id,
    missionLocaleId: row.ml_id,
    reference: row.reference,
    unitFileNumber: row.unit_file_number,
    exitedOn: row.exited_on,
    exitSituation: row.exit_situation,
    milestone: row.milestone,
    today: row.today,
    answer: answerOf(row),
  };
}

function answerOf(row: SummaryRow): FollowUpSummary['answer'] {
  const { id, situation, source, observed_on, version } = row;
  if (!id || !situation || !source || !observed_on || !version) return null;
  return toFollowUp({ ...row, id, situation, source, observed_on, version, is_taken_back: false });
}

/** SQL conditions and their values; names come from here, values travel apart (SEC-27). */
function conditionsOf(
  filter: FollowUpFilter,
  at: Instant,
): { conditions: string[]; values: SqlValue[] } {
  const values: SqlValue[] = [at];
  const conditions = [LEFT];
  const add = (sql: (place: string) => string, value: SqlValue | undefined): void => {
    if (value === undefined) return;
    values.push(value);
    conditions.push(sql(`$${values.length}`));
  };
  add((place) => `m.milestone = ${place}`, filter.milestone);
  add((place) => `s.state = ${place}`, filter.state);
  add((place) => `v.id = ${place}`, filter.volunteerId);
  add((place) => `f.reference = ${place}`, filter.reference);
  return { conditions, values };
}
