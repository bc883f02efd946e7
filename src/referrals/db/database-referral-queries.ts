import { Injectable } from '@nestjs/common';
import type { Instant, LocalDate } from '../../kernel/index.js';
import { rowsOf, type SqlValue } from '../../platform/database/index.js';
import type { ReplacedOutcome } from '../domain/replaced-outcome.js';
import {
  ReferralQueries,
  type HistoryEntry,
  type ListPosition,
  type ReferralFilter,
  type ReferralSummary,
} from '../use-cases/ports.js';
import { SUMMARY, toSummary, type SummaryRow } from './referral-rows.js';

/** Lists and details of referrals. The same condition makes a list and its total. */
@Injectable()
export class DatabaseReferralQueries extends ReferralQueries {
  override async page(
    filter: ReferralFilter,
    limit: number,
    after: ListPosition | null,
  ): Promise<{ items: ReferralSummary[]; total: number }> {
    const { conditions, values } = conditionsOf(filter);
    const [counted] = await rowsOf<{ total: number }>(
      `select count(*) as total from app.referral t ${where(conditions)}`,
      values,
    );
    if (after) {
      values.push(after.createdAt, after.id);
      conditions.push(`(t.created_at, t.id) < ($${values.length - 1}, $${values.length})`);
    }
    const rows = await rowsOf<SummaryRow>(
      `${SUMMARY} ${where(conditions)} order by t.created_at desc, t.id desc limit ${limit}`,
      values,
    );
    return { items: rows.map(toSummary), total: counted?.total ?? 0 };
  }

  override async one(id: string): Promise<ReferralSummary | null> {
    const rows = await rowsOf<SummaryRow>(`${SUMMARY} where t.id = $1`, [id]);
    const [row] = rows;
    return row ? toSummary(row) : null;
  }

  override async history(id: string): Promise<HistoryEntry[]> {
    const rows = await rowsOf<HistoryRow>(
      `select command, from_state, to_state, effective_on, recorded_at, acting_role,
         organisation_id, channel, replaced_outcome
       from app.referral_transition where referral_id = $1 order by recorded_at, id`,
      [id],
    );
    return rows.map(toHistoryEntry);
  }
}

/** SQL conditions and their values; names come from here, values always travel apart (SEC-27). */
function conditionsOf(filter: ReferralFilter): { conditions: string[]; values: SqlValue[] } {
  const values: SqlValue[] = [];
  const conditions: string[] = [];
  const add = (sql: (place: string) => string, value: SqlValue | undefined): void => {
    if (value === undefined) return;
    values.push(value);
    conditions.push(sql(`$${values.length}`));
  };
  add((place) => `t.reference = ${place}`, filter.reference);
  add((place) => `t.state = any(${place})`, filter.states);
  add((place) => `t.unit_id = ${place}`, filter.unitId);
  add((place) => `t.ml_id = ${place}`, filter.missionLocaleId);
  add(
    (place) => `t.person_id in (select s.file_id from app.files_of(array[${place}::uuid]) s)`,
    filter.personId,
  );
  add(
    (place) => `t.person_id in (select p.id from app.young_person p where p.imilo_id = ${place})`,
    filter.imiloId,
  );
  return { conditions, values };
}

function where(conditions: readonly string[]): string {
  return conditions.length === 0 ? '' : `where ${conditions.join(' and ')}`;
}

interface HistoryRow {
  command: string;
  from_state: string | null;
  to_state: string;
  effective_on: LocalDate;
  recorded_at: Instant;
  acting_role: string;
  organisation_id: string | null;
  channel: string;
  replaced_outcome: ReplacedOutcome | null;
}

function toHistoryEntry(row: HistoryRow): HistoryEntry {
  return {
    command: row.command,
    from: row.from_state,
    to: row.to_state,
    effectiveOn: row.effective_on,
    recordedAt: row.recorded_at,
    by: { role: row.acting_role, organisationId: row.organisation_id },
    channel: row.channel,
    replacedOutcome: row.replaced_outcome,
  };
}
