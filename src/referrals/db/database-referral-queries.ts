import { Injectable } from '@nestjs/common';
import {
  Conditions,
  countOf,
  latest,
  rowsOf,
  TRANSITION_FIELDS,
  transitionOf,
  type TransitionRow,
} from '../../platform/database/index.js';
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
    const conditions = conditionsOf(filter);
    const total = await countOf('from app.referral t', conditions);
    conditions.after(after);
    const rows = await rowsOf<SummaryRow>(
      `${SUMMARY} ${conditions.where} ${latest(limit)}`,
      conditions.values,
    );
    return { items: rows.map(toSummary), total };
  }

  override async one(id: string): Promise<ReferralSummary | null> {
    const rows = await rowsOf<SummaryRow>(`${SUMMARY} where t.id = $1`, [id]);
    const [row] = rows;
    return row ? toSummary(row) : null;
  }

  override async history(id: string): Promise<HistoryEntry[]> {
    const rows = await rowsOf<HistoryRow>(
      `select ${TRANSITION_FIELDS}, replaced_outcome
       from app.referral_transition where referral_id = $1 order by recorded_at, id`,
      [id],
    );
    return rows.map(toHistoryEntry);
  }
}

/** SQL conditions and their values; names come from here, values always travel apart (SEC-27). */
function conditionsOf(filter: ReferralFilter): Conditions {
  return new Conditions()
    .add((place) => `t.reference = ${place}`, filter.reference)
    .add((place) => `t.state = any(${place})`, filter.states)
    .add((place) => `t.unit_id = ${place}`, filter.unitId)
    .add((place) => `t.ml_id = ${place}`, filter.missionLocaleId)
    .add(
      (place) => `t.person_id in (select s.file_id from app.files_of(array[${place}::uuid]) s)`,
      filter.personId,
    )
    .add(
      (place) => `t.person_id in (select p.id from app.young_person p where p.imilo_id = ${place})`,
      filter.imiloId,
    );
}

interface HistoryRow extends TransitionRow {
  replaced_outcome: ReplacedOutcome | null;
}

function toHistoryEntry(row: HistoryRow): HistoryEntry {
  const { role, organisationId, ...move } = transitionOf(row);
  return {
    ...move,
    by: { role, organisationId },
    replacedOutcome: row.replaced_outcome,
  };
}
