import { Injectable } from '@nestjs/common';
import { currentManager, insertRows } from '../../platform/database/index.js';
import { SaidBefore, type IdentityVerdict } from '../domain/identity-verdict.js';
import { IdentityVerdicts, type SpokenVerdict } from '../use-cases/ports.js';

const COLUMNS = {
  id: 'uuid',
  org_id: 'uuid',
  person_id: 'uuid',
  identity_key: 'text',
  says: 'text',
  review_id: 'uuid',
  said_by: 'text',
} as const;

const STANDING = 'withdrawn_at is null';

/** Verdicts in PostgreSQL; row-level security keeps them to the organisation that gave them. */
@Injectable()
export class DatabaseIdentityVerdicts extends IdentityVerdicts {
  override async about(personIds: readonly string[]): Promise<SaidBefore> {
    if (personIds.length === 0) return new SaidBefore();
    const verdicts: IdentityVerdict[] = await currentManager().query(
      `select person_id as "personId", identity_key as "identityKey", says
       from app.identity_verdict
       where org_id = app.current_org() and person_id = any($1) and ${STANDING}`,
      [personIds],
    );
    return new SaidBefore(verdicts);
  }

  override async say(verdicts: readonly SpokenVerdict[]): Promise<void> {
    await insertRows(
      'app.identity_verdict',
      COLUMNS,
      verdicts.map((verdict) => ({
        id: verdict.id,
        org_id: verdict.organisationId,
        person_id: verdict.personId,
        identity_key: verdict.identityKey,
        says: verdict.says,
        review_id: verdict.reviewId,
        said_by: verdict.saidBy,
      })),
      `on conflict (org_id, person_id, identity_key) where ${STANDING}
       do update set says = excluded.says, review_id = excluded.review_id,
         said_by = excluded.said_by, said_at = now()`,
    );
  }

  override async withdraw(reviewId: string, by: string): Promise<void> {
    await currentManager().query(
      `update app.identity_verdict set withdrawn_at = now(), withdrawn_by = $2
       where review_id = $1 and ${STANDING}`,
      [reviewId, by],
    );
  }
}
