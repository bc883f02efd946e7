import { Injectable } from '@nestjs/common';
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
import type { ReplacedOutcome } from '../../referrals/index.js';
import type { CandidacyState } from '../domain/candidacy.js';
import {
  CandidacyQueries,
  type CandidacyEvent,
  type CandidacyFilter,
  type CandidacySummary,
} from '../use-cases/ports.js';
import { SUMMARY, toSummary, type CandidacySummaryRow } from './candidacy-rows.js';

interface EventRow extends TransitionRow<CandidacyState> {
  is_correction: boolean;
  replaced_outcome: ReplacedOutcome | null;
}

/** Lists and details of candidacies. The same condition makes a list and its total. */
@Injectable()
export class DatabaseCandidacyQueries extends CandidacyQueries {
  override async page(
    filter: CandidacyFilter,
    limit: number,
    after: RowPosition | null,
  ): Promise<{ items: CandidacySummary[]; total: number }> {
    const conditions = conditionsOf(filter);
    const total = await countOf(
      'from app.candidacy t left join app.referral f on f.id = t.referral_id',
      conditions,
    );
    conditions.after(after);
    const rows = await rowsOf<CandidacySummaryRow>(
      `${SUMMARY} ${conditions.where} ${latest(limit)}`,
      conditions.values,
    );
    return { items: rows.map(toSummary), total };
  }

  override async one(id: string): Promise<CandidacySummary | null> {
    const rows = await rowsOf<CandidacySummaryRow>(`${SUMMARY} where t.id = $1`, [id]);
    const [row] = rows;
    return row ? toSummary(row) : null;
  }

  override async history(id: string): Promise<CandidacyEvent[]> {
    const rows = await rowsOf<EventRow>(
      `select ${TRANSITION_FIELDS}, is_correction, replaced_outcome
       from app.candidacy_transition where candidacy_id = $1 order by recorded_at, id`,
      [id],
    );
    return rows.map((row) => ({
      ...transitionOf(row),
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

function conditionsOf(filter: CandidacyFilter): Conditions {
  return new Conditions()
    .add((place) => `t.state = any(${place})`, filter.states)
    .add((place) => `f.reference = ${place}`, filter.reference)
    .add(
      (place) =>
        `t.id in (select n.candidacy_id from app.unit_file_number n where n.number = ${place})`,
      filter.unitFileNumber,
    )
    .add((place) => `t.ml_id = ${place}`, filter.missionLocaleId)
    .add((place) => `t.origin = ${place}`, filter.origin);
}
