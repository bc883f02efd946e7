import { Injectable } from '@nestjs/common';
import type { Instant, LocalDate } from '../../kernel/index.js';
import { rowsOf, type SqlValue } from '../../platform/database/index.js';
import type { ReplacedOutcome } from '../../referrals/index.js';
import type { CandidacyState } from '../domain/candidacy.js';
import {
  CandidacyQueries,
  type CandidacyEvent,
  type CandidacyFilter,
  type CandidacySummary,
} from '../use-cases/ports.js';
import { SUMMARY, toSummary, type CandidacySummaryRow } from './candidacy-rows.js';

interface EventRow {
  command: string;
  effective_on: LocalDate;
  recorded_at: Instant;
  from_state: CandidacyState | null;
  to_state: CandidacyState;
  acting_role: string;
  organisation_id: string | null;
  channel: string;
  is_correction: boolean;
  replaced_outcome: ReplacedOutcome | null;
}

/** Lists and details of candidacies. The same condition makes a list and its total. */
@Injectable()
export class DatabaseCandidacyQueries extends CandidacyQueries {
  override async page(
    filter: CandidacyFilter,
    limit: number,
    after: { createdAt: Instant; id: string } | null,
  ): Promise<{ items: CandidacySummary[]; total: number }> {
    const { conditions, values } = conditionsOf(filter);
    const [counted] = await rowsOf<{ total: number }>(
      `select count(*) as total from app.candidacy t
       left join app.referral f on f.id = t.referral_id where ${conditions.join(' and ')}`,
      values,
    );
    if (after) {
      values.push(after.createdAt, after.id);
      conditions.push(`(t.created_at, t.id) < ($${values.length - 1}, $${values.length})`);
    }
    const rows = await rowsOf<CandidacySummaryRow>(
      `${SUMMARY} where ${conditions.join(' and ')}
       order by t.created_at desc, t.id desc limit ${limit}`,
      values,
    );
    return { items: rows.map(toSummary), total: counted?.total ?? 0 };
  }

  override async one(id: string): Promise<CandidacySummary | null> {
    const rows = await rowsOf<CandidacySummaryRow>(`${SUMMARY} where t.id = $1`, [id]);
    const [row] = rows;
    return row ? toSummary(row) : null;
  }

  override async history(id: string): Promise<CandidacyEvent[]> {
    const rows = await rowsOf<EventRow>(
      `select command, from_state, to_state, effective_on, recorded_at, acting_role, organisation_id,
         channel, is_correction, replaced_outcome
       from app.candidacy_transition where candidacy_id = $1 order by recorded_at, id`,
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
      isCorrection: row.is_correction,
      replacedOutcome: row.replaced_outcome,
    }));
  }

  override async lastAct(id: string): Promise<{ command: string; actorId: string } | null> {
    const [row] = await rowsOf<{ command: string; actor_id: string }>(
      `select command, actor_id from app.candidacy_transition where candidacy_id = $1
       order by recorded_at desc, id desc limit 1`,
      [id],
    );
    return row ? { command: row.command, actorId: row.actor_id } : null;
  }
}

function conditionsOf(filter: CandidacyFilter): { conditions: string[]; values: SqlValue[] } {
  const values: SqlValue[] = [];
  const conditions = ['true'];
  const add = (sql: (place: string) => string, value: SqlValue | undefined): void => {
    if (value === undefined) return;
    values.push(value);
    conditions.push(sql(`$${values.length}`));
  };
  add((place) => `t.state = any(${place})`, filter.states);
  add((place) => `f.reference = ${place}`, filter.reference);
  add(
    (place) =>
      `t.id in (select n.candidacy_id from app.unit_file_number n where n.number = ${place})`,
    filter.unitFileNumber,
  );
  add((place) => `t.ml_id = ${place}`, filter.missionLocaleId);
  add((place) => `t.origin = ${place}`, filter.origin);
  return { conditions, values };
}
