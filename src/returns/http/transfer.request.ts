import type { CodeList } from '../../kernel/index.js';
import { CodeOf, OptionalCodeOf, Text } from '../../platform/fields/index.js';
import { PageRequest } from '../../platform/http/index.js';
import {
  TRANSFER_REASONS,
  TRANSFER_REFUSALS,
  type TransferReason,
  type TransferRefusal,
} from '../domain/transfer-codes.js';
import { TRANSFER_STATES, type TransferState } from '../domain/transfer.js';

/** Body of `propose-transfer`: to whom, and why by a code. */
export class ProposeTransferRequest {
  @Text({ max: 14, about: 'Code de la mission locale sollicitée' })
  readonly missionLocale: string;

  @CodeOf(TRANSFER_REASONS)
  readonly reason: TransferReason;
}

/** Body of `refuse`. */
export class RefuseTransferRequest {
  @CodeOf(TRANSFER_REFUSALS)
  readonly reason: TransferRefusal;
}

const SIDES = {
  name: 'side',
  about: 'Propositions reçues, ou faites',
  values: [
    { code: 'received', label: 'Reçues' },
    { code: 'sent', label: 'Faites' },
  ],
} as const satisfies CodeList;

const STATES: CodeList = {
  name: 'state',
  about: 'État de la proposition',
  values: TRANSFER_STATES.map((code) => ({ code, label: code })),
};

/** Query of `GET /api/v1/return-transfers`. */
export class ListTransfersRequest extends PageRequest {
  @OptionalCodeOf(SIDES)
  readonly side?: 'received' | 'sent' | null;

  @OptionalCodeOf(STATES)
  readonly state?: TransferState | null;
}
