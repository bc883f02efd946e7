import { codeList } from '../../kernel/index.js';
import type { CodeList } from '../../kernel/index.js';
import {
  CodeOf,
  NestedList,
  OptionalCodeOf,
  OptionalText,
  Text,
  WholeNumber,
} from '../../platform/fields/index.js';
import { PageRequest } from '../../platform/http/index.js';
import { MAILBOX_STATES } from '../domain/mailbox-file.js';
import type { AcknowledgementStatus, MailboxState } from '../domain/mailbox-file.js';

const STATES: CodeList = {
  name: 'state',
  about: 'État du fichier',
  values: MAILBOX_STATES.map((code) => ({ code, label: code })),
};

const STATUSES = codeList('status', 'Ce que le destinataire a fait du fichier', {
  INTEGRE: 'Intégré en entier',
  PARTIEL: 'Intégré sauf les lignes indiquées',
  REFUSE: 'Refusé en entier',
});

/** Query of `GET /api/v1/mailbox`. */
export class ListMailboxRequest extends PageRequest {
  @OptionalText({ max: 3, about: 'Code du flux' })
  readonly flow?: string | null;

  @OptionalCodeOf(STATES)
  readonly state?: MailboxState | null;
}

/** A row the recipient did not take. */
export class AcknowledgedRowRequest {
  @WholeNumber({ min: 1, max: 10_000_000, about: 'Ligne physique, en-tête = 1' })
  readonly line: number;

  @Text({ max: 60, pattern: /^[A-Za-z0-9_-]+$/, shape: 'un code', about: 'Code de l’anomalie' })
  readonly code: string;
}

/** Body of `POST /api/v1/mailbox/{id}/acknowledgement` (contract.md 2). */
export class AcknowledgeFileRequest {
  @CodeOf(STATUSES)
  readonly status: AcknowledgementStatus;

  @NestedList(AcknowledgedRowRequest, { about: 'Lignes non prises en compte' })
  readonly rows: AcknowledgedRowRequest[] = [];
}
