import { DomainError } from '../../kernel/index.js';

/** No such deposited file for the caller; another organisation's reads the same (SEC-22). */
export class ExchangeFileNotFound extends DomainError {
  readonly code = 'exchange-not-found';
  readonly kind = 'not-found';
  constructor() {
    super('Ce dépôt est introuvable.');
  }
}

/** The file is a test done with for more than seven days: only its receipt is kept. */
export class TestForgotten extends DomainError {
  readonly code = 'test-forgotten';
  readonly kind = 'not-found';
  constructor() {
    super('Ce dépôt d’essai a plus de sept jours : il n’en reste que le reçu.');
  }
}

/** The file waits for no confirmation. */
export class ExchangeFileNotHeld extends DomainError {
  readonly code = 'exchange-not-held';
  readonly kind = 'refused';
  constructor() {
    super('Ce dépôt n’attend pas de confirmation.');
  }
}

/** The code is none of those the file waits for. */
export class ConfirmationUnknown extends DomainError {
  readonly code = 'confirmation-unknown';
  readonly kind = 'invalid';
  constructor() {
    super('Ce code n’est pas de ceux que le dépôt attend : reprenez celui du compte rendu.', {
      issues: [{ pointer: '/code', code: 'CODE_INCONNU', detail: 'Code non attendu.' }],
    });
  }
}

/** The file is being processed at this instant. */
export class ExchangeFileBusy extends DomainError {
  readonly code = 'exchange-busy';
  readonly kind = 'conflict';
  constructor() {
    super('Ce dépôt est en cours de traitement : recommencez dans un instant.');
  }
}

/** The rejected rows cannot be told: the file is not processed yet, or was refused as a whole. */
export class RejectsUnavailable extends DomainError {
  readonly code = 'rejects-unavailable';
  readonly kind = 'refused';
  constructor() {
    super('Les lignes rejetées n’existent qu’une fois les lignes du dépôt traitées.');
  }
}

/** The file put down on a page was deposited, given up, or waited too long: it is kept no more. */
export class PendingDepositGone extends DomainError {
  readonly code = 'pending-deposit-gone';
  readonly kind = 'not-found';
  constructor() {
    super('Ce fichier en attente n’est plus là : choisissez-le de nouveau pour le déposer.');
  }
}

/** The file was said to be something else since the page that was looked at. */
export class PreviewOutdated extends DomainError {
  readonly code = 'preview-outdated';
  readonly kind = 'conflict';
  constructor() {
    super('Ce fichier a été vérifié autrement depuis : relisez-le avant de le déposer.');
  }
}

/** No flow has this code. */
export class FlowNotFound extends DomainError {
  readonly code = 'flow-not-found';
  readonly kind = 'not-found';
  constructor() {
    super('Ce flux n’existe pas.');
  }
}
