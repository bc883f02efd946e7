import { Injectable } from '@nestjs/common';
import type { Instant } from '../../kernel/index.js';
import { currentManager, queryBySet } from '../../platform/database/index.js';
import { IdentityReviews, type IdentityReview } from '../use-cases/ports.js';

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
}

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
