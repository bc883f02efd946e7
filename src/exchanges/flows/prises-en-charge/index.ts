import type { FlowFolder } from '../flow-folder.js';
import { ApplyPrisesEnCharge } from './apply.js';
import { DeliverPrisesEnCharge } from './deliver.js';
import { PRISES_EN_CHARGE } from './flow.js';
import { ReadReplyRecords } from './reply-records.js';
import { ReplyToInvitations } from './reply-to-invitations.js';
import { RetellReplies } from './retell-replies.js';

/** PEC, whole. */
export const PRISES_EN_CHARGE_FOLDER = {
  flow: PRISES_EN_CHARGE,
  application: ApplyPrisesEnCharge,
  delivery: DeliverPrisesEnCharge,
  parts: [ReadReplyRecords, RetellReplies, ReplyToInvitations],
} as const satisfies FlowFolder<typeof PRISES_EN_CHARGE>;
