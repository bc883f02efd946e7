import { Injectable } from '@nestjs/common';
import { OpenFiles } from '../../organisations/index.js';
import { rowsOf } from '../../platform/database/index.js';
import { OPEN_STATES } from '../domain/referral.js';

/** Open referrals in PostgreSQL; row-level security leaves those of the organisation that is open. */
@Injectable()
export class DatabaseOpenFiles extends OpenFiles {
  override async count(): Promise<number> {
    const [row] = await rowsOf<{ n: number }>(
      'select count(*)::int as n from app.referral where state = any($1::text[])',
      [[...OPEN_STATES]],
    );
    return row?.n ?? 0;
  }
}
