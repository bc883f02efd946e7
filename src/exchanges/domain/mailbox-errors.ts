import { DomainError } from '../../kernel/index.js';
import type { FieldIssue } from '../../kernel/index.js';

/** No such file in the caller's mailbox; another organisation's reads the same (SEC-22). */
export class MailboxFileNotFound extends DomainError {
  readonly code = 'mailbox-file-not-found';
  readonly kind = 'not-found';
  constructor() {
    super('Ce fichier est introuvable dans votre boîte.');
  }
}

/** The file was available for 60 days and is no longer (exchange.md 7.e.10). */
export class MailboxFileExpired extends DomainError {
  readonly code = 'mailbox-file-expired';
  readonly kind = 'refused';
  constructor() {
    super(
      'Ce fichier n’est plus disponible : son délai de mise à disposition est passé. Demandez-le de nouveau : il sera refait.',
    );
  }
}

/** An old file is made anew from its records, and none of them is left to tell. */
export class NothingToReissue extends DomainError {
  readonly code = 'nothing-to-reissue';
  readonly kind = 'refused';
  constructor() {
    super('Rien de ce que disait ce fichier n’est plus à dire : il n’y a pas lieu de le refaire.');
  }
}

/** The file was already acknowledged, otherwise (contract.md 2). */
export class AcknowledgementConflict extends DomainError {
  readonly code = 'acknowledgement-conflict';
  readonly kind = 'conflict';
  constructor() {
    super('Ce fichier a déjà été acquitté autrement : un acquittement ne change plus.');
  }
}

/** The acknowledgement does not fit the file. */
export class AcknowledgementInvalid extends DomainError {
  readonly code = 'acknowledgement-invalid';
  readonly kind = 'invalid';
  constructor(issues: readonly FieldIssue[]) {
    super('L’acquittement ne correspond pas au fichier : corrigez les points signalés.', {
      issues,
    });
  }
}
