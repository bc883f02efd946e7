import { OptionalCodeOf } from '../../platform/fields/index.js';
import { OPENING_REASONS, type OpeningReason } from '../domain/code-lists.js';

/** Query of `GET /api/v1/referrals/{id}`. */
export class OpenReferralRequest {
  @OptionalCodeOf(OPENING_REASONS)
  readonly openingReason?: OpeningReason | null;
}
