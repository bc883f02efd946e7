import { DomainError, type FieldIssue } from '../../kernel/index.js';

/** No sheet the caller may read. */
export class SheetNotFound extends DomainError {
  readonly code = 'offer-sheet-not-found';
  readonly kind = 'not-found';
  constructor() {
    super('Cette fiche d’offre est introuvable.');
  }
}

/** What was given does not make a sheet. */
export class SheetInvalid extends DomainError {
  readonly code = 'offer-sheet-invalid';
  readonly kind = 'invalid';
  constructor(issues: readonly FieldIssue[]) {
    super('Rien n’a été publié : corrigez les points signalés.', { issues });
  }
}
