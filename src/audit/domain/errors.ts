import { DomainError } from '../../kernel/index.js';

/** The journal is read by few. */
export class JournalForbidden extends DomainError {
  readonly code = 'journal-forbidden';
  readonly kind = 'forbidden';

  constructor() {
    super('Votre rôle ne permet pas de lire le journal.');
  }
}
