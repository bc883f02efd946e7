import { ACCOUNT_ENTITIES } from '../accounts/db/entities.js';
import { AUDIT_ENTITIES } from '../audit/db/entities.js';
import { CANDIDACY_ENTITIES } from '../candidacies/db/entities.js';
import { CEJ_ENTITIES } from '../cej/db/entities.js';
import { COMMITTEE_ENTITIES } from '../committees/db/entities.js';
import { CONSISTENCY_ENTITIES } from '../consistency/db/entities.js';
import { EVALUATION_ENTITIES } from '../evaluations/db/entities.js';
import { EXCHANGE_ENTITIES } from '../exchanges/db/entities.js';
import { DIRECT_APPLICANT_ENTITIES } from '../direct-applicants/db/entities.js';
import { FOLLOW_UP_ENTITIES } from '../follow-ups/db/entities.js';
import { INFORMATION_SESSION_ENTITIES } from '../information-sessions/db/entities.js';
import { NOTIFICATION_ENTITIES } from '../notifications/db/entities.js';
import { OFFER_SHEET_ENTITIES } from '../offer-sheets/db/entities.js';
import { ORGANISATION_ENTITIES } from '../organisations/db/entities.js';
import { PEOPLE_ENTITIES } from '../people/db/entities.js';
import { IdempotencyKeyEntity } from '../platform/database/idempotency-key.entity.js';
import { OUTBOX_ENTITIES } from '../platform/outbox/entities.js';
import { RequestQuotaEntity } from '../platform/quota/request-quota.entity.js';
import { REFERRAL_ENTITIES } from '../referrals/db/entities.js';
import { RETURN_ENTITIES } from '../returns/db/entities.js';
import { VOLUNTEER_ENTITIES } from '../volunteers/db/entities.js';

/** Every table of the service as TypeORM knows it: what the migrations must agree with. */
export const ENTITIES = [
  ...ACCOUNT_ENTITIES,
  ...AUDIT_ENTITIES,
  ...CANDIDACY_ENTITIES,
  ...CEJ_ENTITIES,
  ...COMMITTEE_ENTITIES,
  ...CONSISTENCY_ENTITIES,
  ...EVALUATION_ENTITIES,
  ...EXCHANGE_ENTITIES,
  ...DIRECT_APPLICANT_ENTITIES,
  ...FOLLOW_UP_ENTITIES,
  IdempotencyKeyEntity,
  ...INFORMATION_SESSION_ENTITIES,
  ...NOTIFICATION_ENTITIES,
  ...OFFER_SHEET_ENTITIES,
  ...ORGANISATION_ENTITIES,
  ...OUTBOX_ENTITIES,
  ...PEOPLE_ENTITIES,
  ...REFERRAL_ENTITIES,
  RequestQuotaEntity,
  ...RETURN_ENTITIES,
  ...VOLUNTEER_ENTITIES,
];
