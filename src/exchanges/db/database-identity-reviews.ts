import { Injectable } from '@nestjs/common';
import type { Instant } from '../../kernel/index.js';
import { currentManager, queryBySet } from '../../platform/database/index.js';
import {
  IdentityReviews,
  type ContactBefore,
  type IdentityReview,
  type ReopenedRow,
} from '../use-cases/ports.js';

type ReviewRow = {
  id: string;
  org_id: string;
  file_id: string;
  line: number;
  flow: string;
  reason: string;
  candidate_ids: string[];
  state: IdentityReview['state'];
  chosen_id: string | null;
  opened_at: Instant;
  decided_at: Instant | null;
};

const OPENED_COLUMNS = {
  id: 'uuid',
  org_id: 'uuid',
  file_id: 'uuid',
  line: 'int',
  flow: 'text',
  reason: 'text',
  candidate_ids: 'uuid[]',
} as const satisfies Partial<Record<keyof ReviewRow, string>>;

const OPENED = Object.keys(OPENED_COLUMNS).join(', ');
const SELECT = `select ${OPENED}, state, chosen_id, opened_at, decided_at from app.identity_review`;
const ASKED = '($1::text is null or state = $1)';

/** The review queue in PostgreSQL. */
@Injectable()
export class DatabaseIdentityReviews extends IdentityReviews {
  /** A row opened by an earlier processing of the same file stays one review. */
  override async openAll(reviews: Parameters<IdentityReviews['openAll']>[0]): Promise<void> {
    // Milliseconds, as instants travel: a finer one would be lost in the cursor of a list.
    const sql = (set: string): string => `insert into app.identity_review
      (${OPENED}, state, opened_at)
      select ${OPENED}, 'open', date_trunc('milliseconds', now()) from ${set}
      on conflict (file_id, line) do update
        set reason = excluded.reason, candidate_ids = excluded.candidate_ids
        where identity_review.state = 'open'`;
    await queryBySet(sql, OPENED_COLUMNS, reviews.map(toOpenedRow));
  }

  override async page(
    state: IdentityReview['state'] | null,
    limit: number,
    after: { openedAt: Instant; id: string } | null,
  ): Promise<{ items: IdentityReview[]; total: number }> {
    const [counted]: { total: number }[] = await currentManager().query(
      `select count(*) as total from app.identity_review where ${ASKED}`,
      [state],
    );
    const rows: ReviewRow[] = await currentManager().query(
      `${SELECT} where ${ASKED} and ($2::timestamptz is null or (opened_at, id) < ($2, $3::uuid))
       order by opened_at desc, id desc limit ${limit}`,
      [state, after?.openedAt ?? null, after?.id ?? null],
    );
    return { items: rows.map(toReview), total: counted?.total ?? 0 };
  }

  override async byId(id: string): Promise<IdentityReview | null> {
    const [row]: ReviewRow[] = await currentManager().query(`${SELECT} where id = $1`, [id]);
    return row ? toReview(row) : null;
  }

  override async decide(
    id: string,
    decision: Exclude<IdentityReview['state'], 'open'>,
    chosenId: string | null,
    decidedBy: string,
  ): Promise<boolean> {
    const [, written] = (await currentManager().query(
      `update app.identity_review set state = $2, chosen_id = $3, decided_at = now(),
         decided_by = $4 where id = $1 and state = 'open'`,
      [id, decision, chosenId, decidedBy],
    )) as [unknown, number];
    return written === 1;
  }

  override async keepContact(id: string, before: ContactBefore): Promise<void> {
    const sql = 'update app.identity_review set contact_before = $2 where id = $1';
    await currentManager().query(sql, [id, JSON.stringify(before)]);
  }

  override async settledFrom(id: string, anomalyNumber: number): Promise<void> {
    const sql = 'update app.identity_review set settled_from = $2 where id = $1';
    await currentManager().query(sql, [id, anomalyNumber]);
  }

  override async reopen(id: string): Promise<ReopenedRow | null> {
    const [found]: DecidedRow[] = await currentManager().query(
      `select v.decided_at, v.contact_before, r.state, r.resource_id, v.file_id, v.line from app.identity_review v
       join app.exchange_row r on r.file_id = v.file_id and r.line = v.line
       where v.id = $1 and v.state <> 'open' for update of v, r`,
      [id],
    );
    if (!found) return null;
    for (const sql of REOPENED) await currentManager().query(sql, [id]);
    if (found.state !== 'V') {
      await currentManager().query(ROW_BACK, [found.file_id, found.line]);
      await currentManager().query(COUNTERS_BACK, [found.file_id, found.state]);
    }
    return {
      state: found.state,
      resourceId: found.resource_id,
      decidedAt: found.decided_at,
      contactBefore: found.contact_before,
    };
  }
}

interface DecidedRow {
  decided_at: Instant;
  contact_before: ReopenedRow['contactBefore'];
  state: ReopenedRow['state'];
  resource_id: string | null;
  file_id: string;
  line: number;
}

/** What the decision told goes first: it is found by the review, which forgets it next. */
const REOPENED = [
  `delete from app.exchange_anomaly a using app.identity_review v
   where v.id = $1 and a.file_id = v.file_id and a.line = v.line and a.number >= v.settled_from`,
  `update app.identity_review set state = 'open', chosen_id = null, decided_at = null,
     decided_by = null, settled_from = null, contact_before = null where id = $1`,
];
// It keeps its recipient, who has to be told that it is taken back.
const ROW_BACK = `update app.exchange_row set state = 'V', resource_id = null
  where file_id = $1 and line = $2`;
const COUNTERS_BACK = `update app.exchange_file set rows_in_review = rows_in_review + 1,
  rows_applied = rows_applied - ($2 = 'A')::int, rows_unchanged = rows_unchanged - ($2 = 'I')::int,
  rows_stale = rows_stale - ($2 = 'P')::int, rows_rejected = rows_rejected - ($2 = 'R')::int
  where id = $1`;

function toOpenedRow(
  review: Parameters<IdentityReviews['openAll']>[0][number],
): Pick<ReviewRow, keyof typeof OPENED_COLUMNS> {
  return {
    id: review.id,
    org_id: review.organisationId,
    file_id: review.fileId,
    line: review.line,
    flow: review.flow,
    reason: review.reason,
    candidate_ids: [...review.candidateIds],
  };
}

function toReview(row: ReviewRow): IdentityReview {
  return {
    id: row.id,
    organisationId: row.org_id,
    fileId: row.file_id,
    line: row.line,
    flow: row.flow,
    reason: row.reason,
    candidateIds: row.candidate_ids,
    state: row.state,
    chosenId: row.chosen_id,
    openedAt: row.opened_at,
    decidedAt: row.decided_at,
  };
}
