import { DeliveryLineEntity } from './delivery-line.entity.js';
import { DeliveryMarkEntity } from './delivery-mark.entity.js';
import { DeliveryPartEntity } from './delivery-part.entity.js';
import { ExchangeActEntity } from './exchange-act.entity.js';
import { ExchangeAnomalyEntity } from './exchange-anomaly.entity.js';
import { ExchangeContentEntity } from './exchange-content.entity.js';
import { ExchangeFileEntity } from './exchange-file.entity.js';
import { ExchangeNoticeEntity } from './exchange-notice.entity.js';
import { ExchangeRowEntity } from './exchange-row.entity.js';
import { ExchangeSlotEntity } from './exchange-slot.entity.js';
import { ExchangeTransitionEntity } from './exchange-transition.entity.js';
import { IdentityReviewEntity } from './identity-review.entity.js';
import { MailboxContentEntity } from './mailbox-content.entity.js';
import { MailboxFileEntity } from './mailbox-file.entity.js';
import { PendingContentEntity } from './pending-content.entity.js';
import { PendingDepositEntity } from './pending-deposit.entity.js';

/** The tables of this feature, for the data source; they refer to those of other features by name. */
export const EXCHANGE_ENTITIES = [
  ExchangeSlotEntity,
  ExchangeFileEntity,
  ExchangeTransitionEntity,
  ExchangeContentEntity,
  ExchangeRowEntity,
  ExchangeAnomalyEntity,
  MailboxFileEntity,
  MailboxContentEntity,
  DeliveryMarkEntity,
  DeliveryPartEntity,
  DeliveryLineEntity,
  ExchangeNoticeEntity,
  ExchangeActEntity,
  IdentityReviewEntity,
  PendingDepositEntity,
  PendingContentEntity,
];
